"""Tests of training the Kazakh tagger."""
