"""One word, one meaning (spec 11, names): what is called alike is the same thing."""

import ast
from collections import defaultdict

from tests.architecture.sources import modules


def test_no_two_types_have_one_name() -> None:
    """A type that is re-exported is one type. What begins with an underscore is its file's own."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for module in modules():
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(module.name)
    assert not {name: found for name, found in homes.items() if len(found) > 1}
