//! The report as a page: sound for a parser that takes nothing on trust, and safe whatever its texts are.

pub(crate) mod parsed;

use touchstone::comparison::Comparison;

use super::reports::{WEIGHINGS, Weighing, json, list, number, report};
use crate::support::bench::Bench;
use parsed::Page;

/// A comparison of so many, which have three things said of each.
fn many(alternatives: usize) -> String {
    let one = |n: usize| {
        format!(
            "(name: \"Town {n}\", pros: [\"Big {n}\", \"Old {n}\"], cons: [(title: \"Far {n}\", detail: \"Away.\")])"
        )
    };
    let all = (0..alternatives).map(one).collect::<Vec<_>>().join(", ");
    format!(
        "Comparison(id: \"towns\", title: \"Where to?\", alternatives: [{all}], \
         presets: [(id: \"all\", name: \"All\", weights: {{\"town-0/big-0\": 9}}, others: Some(4))])"
    )
}

#[test]
fn every_page_is_sound() {
    for (_, weighing) in WEIGHINGS {
        Page::read(&report(weighing, "html"));
    }
    let bench = Bench::new();
    for alternatives in [2, 3, 8] {
        bench.write("towns.ron", many(alternatives));
        for rest in [[].as_slice(), &["--preset", "all"]] {
            let args = [["report", "towns.ron", "--format", "html"].as_slice(), rest].concat();
            let page = Page::read(&bench.run(&args).done());
            let rows = page.all("svg", "row").len();
            assert_eq!(rows, if alternatives == 2 || rest.is_empty() { 0 } else { alternatives });
            assert_eq!(page.all("svg", "hill").len(), usize::from(alternatives == 2 && !rest.is_empty()));
        }
    }
}

/// What the page says is what the other reports say, in the same words.
#[test]
fn a_page_says_what_the_text_says() {
    let stances = r#""handmade/uniqueness": (weight: 9, note: "So she said."), "handmade/higher-price": (on: false),
        "mass-produced/consistency": (weight: 4, essential: true)"#;
    for weighing in WEIGHINGS.map(|(_, weighing)| weighing).into_iter().chain([Weighing::Stances(stances)]) {
        let page = Page::read(&report(weighing, "html")).text();
        for line in report(weighing, "text").lines() {
            // A heading is parted, and so is the weight from its line.
            for part in line.split(" \u{b7} ") {
                let said = part.rsplit("  ").next().unwrap_or_default();
                assert!(page.contains(said), "no {said:?} in\n{page}");
            }
        }
    }
}

#[test]
fn nothing_is_drawn_where_nothing_is_recommended() {
    for (verdict, weighing) in WEIGHINGS {
        let page = Page::read(&report(weighing, "html"));
        let is_ruled_out = page.text().contains("ruled out");
        let drawn = verdict != "unweighed" && !is_ruled_out && verdict != "none-acceptable";
        assert_eq!(page.all("svg", "hill").len(), usize::from(drawn), "{verdict} {weighing:?}");
    }
}

#[test]
fn the_area_on_each_side_of_the_hill_is_the_chance() {
    for (_, weighing) in WEIGHINGS {
        let page = Page::read(&report(weighing, "html"));
        if page.all("svg", "hill").is_empty() {
            continue;
        }
        let area = |class: &str| page.all("path", class).iter().map(|path| area(&path["d"])).sum::<f64>();
        let areas = ["area c1", "area even", "area c2"].map(area);
        let all: f64 = areas.iter().sum();
        let told = json(weighing);
        let chance = |i: usize| number(&list(&told["alternatives"])[i]["chance"]);
        let chances = [chance(0), number(&told["recommendation"]["tie"]), chance(1)];
        for (area, chance) in areas.iter().zip(chances) {
            assert!((area / all - chance).abs() < 0.005, "{areas:?} and {chances:?}");
        }
    }
}

/// The area of steps such as `M7 1000V650h-2V700h-2V1000z`.
fn area(steps: &str) -> f64 {
    let heights = steps.split('V').skip(1).filter_map(|step| step.strip_suffix("h-2"));
    heights.map(|top| 1000.0 - top.parse::<f64>().expect("a number")).sum()
}

/// What could end a text, an element, an attribute or a page, or begin another, and what drives terminals.
const HOSTILE: &str = "<script>alert(1)</script> \" ' ` ]]> <!-- --> &amp; &#60; </title></style></svg></p> \
    <img src=x onerror=alert(1)> x\" onload=\"y \u{202e}z\u{1b}[31m\u{9b}\u{0}\u{feff}";

#[test]
fn texts_of_strangers_are_texts() {
    let text = HOSTILE.escape_default().to_string().replace("\\'", "'");
    let side = |id: &str| {
        format!(
            "(id: \"{id}\", name: \"{id} {text}\", summary: \"s {text}\\nmore\", pros: [(id: \"p\", title: \"p {text}\", \
             detail: \"d {text}\")], cons: [\"c {text}\"])"
        )
    };
    let preset = format!("(id: \"all\", name: \"all {text}\", weights: {{}}, others: Some(3))");
    let bench = Bench::new();
    for ids in [["a", "b", ""], ["a", "b", "c"]] {
        let sides = ids.iter().filter(|id| !id.is_empty()).map(|id| side(id)).collect::<Vec<_>>().join(", ");
        let file = format!(
            "Comparison(id: \"odd\", title: \"t {text}\", summary: \"u {text}\", source: Some(\"v {text}\"), \
             alternatives: [{sides}], presets: [{preset}])"
        );
        bench.write("odd.ron", &file);
        bench.write(
            "mine.ron",
            format!(
                "Profile(format: 1, comparison: \"odd\", name: \"mine\", stances: {{\"a/p\": (weight: 9, essential: true, \
                 note: \"n {text}\")}}, decided: Some((chose: \"{text}\", on: \"2026-11-25\", chance: 84, why: \"w {text}\")))"
            ),
        );
        let comparison = Comparison::from_ron(&file).expect("a sound comparison");
        let mut texts = vec![comparison.title(), comparison.summary()];
        texts.extend(comparison.source());
        texts.extend(comparison.alternatives().flat_map(|(_, one)| [&one.name, &one.summary]));
        texts.extend(comparison.claims().flat_map(|(_, claim)| [&claim.title, &claim.detail]));
        assert!(texts.iter().any(|text| text.contains("<img src=x") && text.contains('\u{241b}')));
        for weighed in [["--preset", "all"], ["--profile-file", "mine.ron"]] {
            let args = [["report", "odd.ron", "--format", "html"].as_slice(), &weighed].concat();
            let html = bench.run(&args).done();
            let said = Page::read(&html).text();
            for text in &texts {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(said.contains(&text), "no {text:?} in\n{said}");
            }
            let own = if weighed[0] == "--preset" {
                ["all <script>"; 2]
            } else {
                ["Note: n <script>", "Because: w <script>"]
            };
            assert!(own.iter().all(|own| said.contains(own)), "{said}");
        }
    }
}
