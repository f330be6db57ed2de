"""Policy: the document by which a workspace works, drafted, checked, published, gone back to.

Owns the draft and the releases of a workspace, the presets that come with the product, and the calendar of official
days. Promises that a release, once numbered, never changes, and that a publication loses nobody's change. What an entry
means and what can be wrong with it, the domain that owns the section says (``bundle.section``).

``drafts`` what is to be, and how two changes of it come together · ``checking`` findings in words · ``changes`` what
differs between two bundles, in sentences · ``releases`` publishing and reading · ``presets`` what a new workspace gets.
"""
