//! Texts of a comparison that mean something to Markdown.

use crate::support::bench::Bench;

#[test]
fn markdown_escapes_what_means_something_to_it() {
    let bench = Bench::new();
    let file =
        super::refusal::but("Gold or silver", "*Gold* or silver").replace("\"Warm\"", "\"Warm | soft\"");
    bench.write("rings.ron", file);
    let out = bench.run(&["report", "rings.ron", "--format", "markdown"]).done();
    assert!(out.starts_with("# \\*Gold\\* or silver\n"), "{out}");
    assert!(out.contains("| + | ? | **Warm \\| soft** |\n"), "{out}");
}
