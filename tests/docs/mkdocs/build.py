"""Builds docs sites with MkDocs: a list of sites as JSON in, for each its pages as HTML and its nav as JSON out.

No theme is drawn: what counts is what MkDocs, Python-Markdown and pymdownx make of the files. The extensions are those that
techdocs-core turns on, as far as they are installed.
"""

import importlib.util
import json
import logging
import os
import re
import sys
import tempfile

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

TECHDOCS = {
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

# Debian keeps the icons of the theme outside of its Python package.
ICONS = "/usr/share/mkdocs/themes/material/.icons"
NAMES = ("mkdocs.yaml", "mkdocs.yml")
ALERT = re.compile(r"^> ?\[!(note|tip|important|warning|caution)\][ ]*\n((?:>.*(?:\n|\Z))+)", re.I | re.M)
FENCE = re.compile(r"^([ ]*)(```+|~~~+)(?!.*`)", re.M)
KINDS = {"important": "info", "caution": "danger"}


class Loader(yaml.SafeLoader):
    """Takes values under any tag as they are written, and runs nothing."""


Loader.add_multi_constructor("", lambda loader, suffix, node: node.value if isinstance(node, yaml.ScalarNode) else None)


class Recorder(BasePlugin):
    """Writes down what MkDocs makes, and does what techdocs-core's plugin gh-admonitions does."""

    def __init__(self):
        super().__init__()
        self.pages = []
        self.items = []

    def on_page_markdown(self, markdown, page, **_):
        # Templates belong to themes.
        page.meta.pop("template", None)
        # Code may show how alerts are written: only the text between fences is looked at.
        parts, start, fence = [], 0, None
        for found in FENCE.finditer(markdown):
            if fence is None:
                parts.append(ALERT.sub(admonition, markdown[start : found.start()]))
                start, fence = found.start(), found.group(2)
            elif found.group(2).startswith(fence):
                parts.append(markdown[start : found.end()])
                start, fence = found.end(), None
        rest = markdown[start:]
        return "".join(parts) + (ALERT.sub(admonition, rest) if fence is None else rest)

    def on_page_content(self, html, page, **_):
        self.pages.append({"url": page.url, "file": page.file.src_path, "title": str(page.title), "html": html})
        return html

    def on_nav(self, nav, **_):
        self.nav = nav
        return nav


def admonition(found):
    word = found.group(1).lower()
    lines = [line[2:] if line.startswith("> ") else line[1:] for line in found.group(2).splitlines()]
    body = "\n".join("    " + line if line.strip() else "" for line in lines)
    return f'!!! {KINDS.get(word, word)} "{word.capitalize()}"\n{body}\n'


def outline(items):
    return [
        {
            "title": None if item.title is None else str(item.title),
            "url": getattr(item, "url", None),
            "page": item.is_page,
            "children": outline(item.children or []),
        }
        for item in items
    ]


def settings(folder):
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                return yaml.load(file, Loader) or {}
    return {}


def extensions(own):
    wanted = {**TECHDOCS, **{name: {"generic": True} if name.endswith("arithmatex") else {} for name in own}}
    found = {name: options for name, options in wanted.items() if "." not in name or importlib.util.find_spec(name)}
    if own and importlib.util.find_spec("materialx"):
        from materialx import emoji

        icons = {"custom_icons": [ICONS]} if os.path.isdir(ICONS) else {}
        found["pymdownx.emoji"] = {"emoji_index": emoji.twemoji, "emoji_generator": emoji.to_svg, "options": icons}
    return found


def build_site(site):
    written = settings(site["folder"])
    docs = os.path.join(site["folder"], site.get("docs") or written.get("docs_dir") or "docs")
    options = extensions(site.get("extensions", []))
    recorder = Recorder()
    with tempfile.TemporaryDirectory() as output:
        theme = os.path.join(output, "theme")
        os.mkdir(theme)
        for name in ("main.html", "404.html", "sitemap.xml"):
            open(os.path.join(theme, name), "w").close()
        path = os.path.join(output, "mkdocs.yml")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"site_name": str(written.get("site_name") or "Docs")}, file)
        os.chdir(site["folder"])
        config = load_config(
            path,
            docs_dir=os.path.abspath(docs),
            site_dir=os.path.join(output, "site"),
            theme={"name": None, "custom_dir": theme},
            nav=written.get("nav"),
            markdown_extensions=list(options),
            plugins=[],
            use_directory_urls=True,
        )
        config["mdx_configs"] = options
        config["plugins"]["recorder"] = recorder
        build(config)
    return {"pages": recorder.pages, "nav": outline(recorder.nav.items)}


def main():
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    results = {}
    for site in json.load(sys.stdin):
        try:
            results[site["name"]] = build_site(site)
        except BaseException as error:  # MkDocs leaves with SystemExit too.
            results[site["name"]] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(results, sys.stdout)


main()
