"""Asks an endpoint with SPARQLWrapper and prints the rows as JSON.

python3 sparqlwrapper.py ENDPOINT QUERY-FILE
"""

import json
import sys

from SPARQLWrapper import JSON, SPARQLWrapper

endpoint, file = sys.argv[1:]
wrapper = SPARQLWrapper(endpoint)
with open(file, encoding="utf-8") as query:
    wrapper.setQuery(query.read())
wrapper.setReturnFormat(JSON)
answer = wrapper.queryAndConvert()
rows = [{name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]]
print(json.dumps(rows))
