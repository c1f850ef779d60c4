"""Runs KQL with duckdb-kql, an implementation that has nothing to do with this project: JSON lines in, JSON lines out.

-> {"id": 1, "table": "L", "columns": [["TimeGenerated", "datetime"], ...], "rows": [[...], ...]}
-> {"id": 2, "functions": ["function F(from: datetime) { L | where TimeGenerated > from }"]}
-> {"id": 3, "query": "L | count", "view": "TimeGenerated > timestamp '2026-01-01'"}
<- {"id": 3, "columns": [["Count", "long"]], "rows": [[8]]}  or  {"id": 3, "error": "..."}

Times are ISO 8601, UTC; dynamic values are plain JSON. Kusto strings are never null, so missing ones are stored as "".
A table without columns does not exist. `functions` are those that the workspace has saved, in the place of those before.
`view`, which may be left out, is a condition in SQL on the rows that the query sees.

The engine has no `column_ifexists`. It is replaced in the text, where it stands as column_ifexists("Name", <literal>):
by the column if the table named last before it has one of this name, else by the literal.
"""

import functools
import json
import re
import sys
import tempfile

import duckdb_kql
from duckdb_kql import engine

TYPES = {
    "datetime": "TIMESTAMP",
    "int": "INTEGER",
    "long": "BIGINT",
    "real": "DOUBLE",
    "bool": "BOOLEAN",
    "string": "VARCHAR",
    "dynamic": "JSON",
}

COLUMN_IF_EXISTS = re.compile(r'column_ifexists\("(?P<name>\w+)", (?P<otherwise>"[^"\\]*"|\w+\(null\))\)')

tables = {}
functions = []


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def load(connection, name, columns, rows):
    connection.execute(f"drop table if exists memory.main.{quoted(name)}")
    tables.pop(name, None)
    translated.cache_clear()  # a translation depends on the columns that there are
    if not columns:
        return
    tables[name] = {column for column, _ in columns}
    definition = ", ".join(f"{quoted(column)} {TYPES[kind]}" for column, kind in columns)
    connection.execute(f"create table {quoted(name)} ({definition})")
    names = [column for column, _ in columns]
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(names, row))) + "\n")
        file.flush()
        structure = ", ".join(f"{quoted(column)}: '{TYPES[kind]}'" for column, kind in columns)
        if rows:
            connection.execute(
                f"insert into {quoted(name)} select * from read_json('{file.name}', "
                f"format='newline_delimited', columns={{{structure}}})"
            )
    for column, kind in columns:
        if kind == "string":
            connection.execute(f"update {quoted(name)} set {quoted(column)} = '' where {quoted(column)} is null")


def with_known_columns(query):
    if "column_ifexists" not in query:
        return query
    words = re.compile("|".join([*map(re.escape, tables), COLUMN_IF_EXISTS.pattern]))
    columns = set()

    def replaced(found):
        nonlocal columns
        if found["name"] is None:
            columns = tables[found[0]]
            return found[0]
        return found["name"] if found["name"] in columns else found["otherwise"]

    return words.sub(replaced, query)


def kind_of(sql_type):
    text = str(sql_type).upper()
    return next((kind for kind, sql in TYPES.items() if text.startswith(sql)), "long" if "INT" in text else text)


def wire(value):
    return value.isoformat(timespec="microseconds") + "Z" if hasattr(value, "isoformat") else value


def answer(connection, message):
    if "table" in message:
        load(connection, message["table"], message["columns"], message["rows"])
        return {}
    if "functions" in message:
        functions[:] = message["functions"]
        return {}
    query = message["query"]
    condition = message.get("view") or "true"
    for name in tables:
        # A temporary view stands before the table of its name.
        connection.execute(
            f"create or replace temp view {quoted(name)} as select * from memory.main.{quoted(name)} where {condition}"
        )
    try:
        return result_of(connection, with_known_columns(query))
    finally:
        for name in tables:
            connection.execute(f"drop view temp.{quoted(name)}")


@functools.lru_cache(maxsize=256)
def translated(connection, query, stored):
    """Takes longer than the query itself, so it is done once for each."""
    return str(duckdb_kql.to_sql(query, schema=engine.schema(connection), functions=list(stored)))


def result_of(connection, query):
    stored = tuple(with_known_columns(function) for function in functions)
    cursor = connection.execute(translated(connection, query, stored))
    columns = [[name, kind_of(sql_type)] for name, sql_type, *_ in cursor.description]
    return {"columns": columns, "rows": [[wire(value) for value in row] for row in cursor.fetchall()]}


def main():
    connection = duckdb_kql.connect()
    for line in sys.stdin:
        message = json.loads(line)
        try:
            reply = answer(connection, message)
        except Exception as problem:  # the caller wants every failure as an answer
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps({"id": message["id"], **reply}), flush=True)


main()
