#!/usr/bin/env python3
"""Checks every dependency's licence, source and name against deny.toml, offline. Says nothing that cargo-deny would not,
but cargo-deny takes long to install and this takes a second."""

import json
import re
import subprocess
import sys
import tomllib


def tokens(expression):
    # Some older crates write a slash for OR.
    return re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))


def allowed(expression, allow):
    """Whether the SPDX expression can be satisfied with the allowed licences. AND binds closer than OR."""
    left = tokens(expression)

    def one():
        token = left.pop(0)
        if token == "(":
            value = either()
            left.pop(0)
            return value
        if left[:1] == ["WITH"]:
            token = f"{token} WITH {left[1]}"
            del left[:2]
        return token in allow

    def both():
        value = one()
        while left[:1] == ["AND"]:
            left.pop(0)
            value = one() and value
        return value

    def either():
        value = both()
        while left[:1] == ["OR"]:
            left.pop(0)
            value = both() or value
        return value

    try:
        value = either()
    except IndexError:
        return False
    return value and not left


def main():
    with open("deny.toml", "rb") as file:
        deny = tomllib.load(file)
    command = ["cargo", "metadata", "--format-version", "1"]
    for target in deny["graph"]["targets"]:
        command += ["--filter-platform", target]
    metadata = json.loads(subprocess.check_output(command))
    packages = {package["id"]: package for package in metadata["packages"]}
    ours = set(metadata["workspace_members"])
    banned = {ban["crate"]: ban["reason"] for ban in deny["bans"]["deny"]}
    allow = set(deny["licenses"]["allow"])

    mistakes = []
    used = [packages[node["id"]] for node in metadata["resolve"]["nodes"] if node["id"] not in ours]
    for package in used:
        name = f"{package['name']} {package['version']}"
        licence = package["license"]
        if not licence:
            mistakes.append(f"{name} names no licence (its file: {package['license_file']})")
        elif not allowed(licence, allow):
            mistakes.append(f"{name} is under {licence}, which deny.toml does not allow")
        if not (package["source"] or "").startswith(("registry+", "sparse+")):
            mistakes.append(f"{name} comes from {package['source']}, not from the registry")
        if package["name"] in banned:
            mistakes.append(f"{name} is banned: {banned[package['name']]}")
    for mistake in sorted(mistakes):
        print(f"✗ {mistake}", file=sys.stderr)
    if not mistakes:
        print(f"licences, sources and bans: {len(used)} dependencies are fine", file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
