"""The indicators' counts in plain SQL, as somebody would write them by hand: by_hand.py sqlite FILE | by_hand.py postgres URL.

Prints JSON: milliseconds for every indicator of the plan over one window, and for one list of persons.
Linked records are followed once, as such a query would; nobody's cell is decided by the last participation, which plain SQL
of this kind leaves out.
"""

import json
import subprocess
import sqlite3
import sys
import time

# (course, modality, kind of personnel, whose date)
INDICATORS = [
    ("pga", None, None, "completed_at"),
    ("gender-equality", None, None, "completed_at"),
    ("gender-equality", None, "oas", "completed_at"),
    ("sisdehm", "workshop", None, "completed_at"),
    ("sisdehm", "virtual-course", None, "first_activity_at"),
    ("parity-toolkit", "workshop", None, "completed_at"),
    ("political-violence", "workshop", None, "completed_at"),
    ("women-political-leadership", "workshop", None, "completed_at"),
    (None, None, None, "completed_at"),
]


def count(course, modality, kind, date, columns="p.sex, COUNT(DISTINCT COALESCE(h.linked_to, h.id)), COUNT(*)", tail=" GROUP BY p.sex"):
    where = [f"p.{date} >= '2016-01-01'"]
    if course:
        where.append(f"c.slug = '{course}'")
    if modality:
        where.append(f"e.modality = '{modality}'")
    if kind:
        where.append(f"p.personnel_kind = '{kind}'")
    joins = "participation p JOIN edition e ON e.id = p.edition_id JOIN course c ON c.id = e.course_id JOIN person h ON h.id = p.person_id"
    return f"SELECT {columns} FROM {joins} WHERE {' AND '.join(where)}{tail}"


def timed(run, statements):
    began = time.perf_counter()
    for statement in statements:
        run(statement)
    return round((time.perf_counter() - began) * 1000, 1)


def main():
    kind, where = sys.argv[1:3]
    if kind == "sqlite":
        connection = sqlite3.connect(f"file:{where}?mode=ro", uri=True)
        run = lambda statement: connection.execute(statement).fetchall()
    else:
        run = lambda statement: subprocess.run(["psql", where, "-Atqc", statement], check=True, stdout=subprocess.DEVNULL)
    columns, tail = "COALESCE(h.linked_to, h.id), MAX(p.completed_at), COUNT(*)", " GROUP BY 1 ORDER BY 2 DESC LIMIT 25"
    listed = count("gender-equality", None, None, "completed_at", columns, tail)
    counts = [count(*indicator) for indicator in INDICATORS]
    timed(run, counts[:1])
    print(json.dumps({"indicators": timed(run, counts), "list": timed(run, [listed])}))


main()
