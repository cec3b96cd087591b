"""From extractions and entities to an RDF dataset: named graphs, SHACL, the embedded store, the network."""
