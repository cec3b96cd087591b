"""A real Ray cluster on this machine: one node that only leads, and two that work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kg.cluster.connect import connected

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

# The leader notices soon that a node is gone, and small nodes keep their processes from one stage to the next.
_CONFIG = {
    "health_check_initial_delay_ms": 3000,
    "health_check_period_ms": 500,
    "health_check_timeout_ms": 3000,
    "health_check_failure_threshold": 3,
    "num_workers_soft_limit": 6,
    "idle_worker_killing_time_threshold_ms": 300_000,
}
_STORE = 100 * 2**20  # bytes of shared memory for each node


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Yield a running cluster, which is told to nobody; skip where Ray is not installed."""
    try:
        from ray.cluster_utils import Cluster
    except ImportError:
        pytest.skip("no Ray here; pip install 'habar[ray]'")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.delenv("RAY_ADDRESS", raising=False)
        leader = {"num_cpus": 0, "object_store_memory": _STORE, "include_dashboard": False, "_system_config": _CONFIG}
        running = Cluster(initialize_head=True, head_node_args=leader)
        try:
            for _ in range(2):
                running.add_node(wait=False, num_cpus=1, object_store_memory=_STORE)
            running.wait_for_nodes()
            with connected(running.address):  # once, since connecting starts processes anew
                yield running
        finally:
            running.shutdown()
