"use strict";
// Days as numbers (1 January of year 1 is 1, as Python counts them), and their names.
const OPEN = 9999999;
const EPOCH = 719163; // the number of 1 January 1970
const dateOf = (day) => new Date((day - EPOCH) * 86400000);
const dayOf = (year, month = 0, date = 1) => Date.UTC(year, month, date) / 86400000 + EPOCH;
const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);

function monthText(day) {
  const date = dateOf(day);
  const { months, month } = settings.calendar[state.lang];
  const names = { y: date.getUTCFullYear(), M: months[date.getUTCMonth()] };
  return month.replace(/'([^']*)'|y+|[LM]+/g, (token, literal) => literal ?? names[token[0] === "y" ? "y" : "M"]);
}

function tickText(day, step) {
  if (step === "day") return `${dateOf(day).getUTCDate()} ${monthText(day)}`;
  return step === "month" ? monthText(day) : String(dateOf(day).getUTCFullYear());
}

// The steps of the slider: days, months or years, so that there are some dozens to some hundreds.
function ticksOf(first, last) {
  const step = last - first <= 90 ? "day" : last - first <= 366 * 30 ? "month" : "year";
  const start = dateOf(first);
  const days = [];
  for (let number = 0; number < 2000; number += 1) {
    const day =
      step === "day"
        ? first + number
        : step === "month"
          ? dayOf(start.getUTCFullYear(), start.getUTCMonth() + number)
          : dayOf(start.getUTCFullYear() + number);
    if (day > last) break;
    days.push(day);
  }
  const after = step === "day" ? last + 1 : step === "month" ? dayOf(dateOf(last).getUTCFullYear(), dateOf(last).getUTCMonth() + 1) : dayOf(dateOf(last).getUTCFullYear() + 1);
  return { step, days, after };
}
