"""Asks an endpoint through rdflib's SPARQLStore and prints the rows as JSON.

python3 rdflib-store.py ENDPOINT QUERY-FILE
"""

import json
import sys

from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

endpoint, file = sys.argv[1:]
graph = Graph(SPARQLStore(endpoint, returnFormat="json"))
with open(file, encoding="utf-8") as query:
    answer = graph.query(query.read())
rows = [{str(name): str(term) for name, term in row.asdict().items()} for row in answer]
print(json.dumps(rows))
