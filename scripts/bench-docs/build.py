"""Builds docs sites with MkDocs and the theme Material: a list of folders and the folder for the output as JSON in, sites out.

All sites are built in one process, one after the other, with the extensions that techdocs-core turns on.
"""

import importlib.util
import json
import logging
import os
import sys

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

EXTENSIONS = {
    "toc": {"permalink": True},
    "admonition": {},
    "pymdownx.caret": {},
    "pymdownx.critic": {},
    "pymdownx.details": {},
    "pymdownx.emoji": {},
    "pymdownx.highlight": {"pygments_lang_class": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.magiclink": {},
    "pymdownx.mark": {},
    "pymdownx.smartsymbols": {},
    "pymdownx.snippets": {},
    "pymdownx.extra": {},
    "pymdownx.betterem": {"smart_enable": "all"},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {},
}


class Loader(yaml.SafeLoader):
    """Takes values under any tag as they are written, and runs nothing."""


Loader.add_multi_constructor("", lambda loader, suffix, node: node.value if isinstance(node, yaml.ScalarNode) else None)


def build_site(folder, output):
    with open(os.path.join(folder, "mkdocs.yml"), encoding="utf-8") as file:
        written = yaml.load(file, Loader) or {}
    os.makedirs(output)
    path = os.path.join(output, "mkdocs.yml")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"site_name": str(written.get("site_name") or "Docs")}, file)
    os.chdir(folder)
    options = {name: value for name, value in EXTENSIONS.items() if "." not in name or importlib.util.find_spec(name)}
    config = load_config(
        path,
        docs_dir=os.path.abspath(os.path.join(folder, written.get("docs_dir") or "docs")),
        site_dir=os.path.join(output, "site"),
        theme={"name": "material"},
        nav=written.get("nav"),
        markdown_extensions=list(options),
        plugins=["search"],
        use_directory_urls=True,
    )
    config["mdx_configs"] = options
    build(config)


def main():
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    asked = json.load(sys.stdin)
    for number, folder in enumerate(asked["sites"]):
        build_site(folder, os.path.join(asked["output"], str(number)))


main()
