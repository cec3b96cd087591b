"""The ontology: that it is complete, and that code, shapes and context use only its terms."""
