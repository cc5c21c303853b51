//! The reader of RON takes the same texts as `ron`, finds the same values, and knows their places to the byte.

use std::thread;

use ron::Value as Ron;
use ron::value::Map;
use touchstone::ron_text::read;
use touchstone::tree::{Node, Value};

use super::pieces::{made, spoiled};
use crate::support::random::Random;

/// `ron` with what the text itself asks for, so that a part of it is read as it is in the whole.
fn options(text: &str) -> ron::Options {
    // The reader has limits of its own, which are tested elsewhere.
    let options = ron::Options::default().without_recursion_limit();
    match ron::Deserializer::from_str(text) {
        Ok(start) => options.with_default_extension(start.extensions()),
        Err(_) => options,
    }
}

/// The value of a node as `ron` has it; each part of it must be what `ron` reads at its place.
fn checked(node: &Node<'_>, source: &str, options: &ron::Options) -> Ron {
    let written = &source[node.place.clone()];
    let alone: Ron = options.from_str(written).unwrap_or_else(|error| panic!("{written:?}: {error}"));
    let value = match &node.value {
        Value::Text(text) => {
            let starts = text.text.char_indices().map(|(at, _)| text.written_at(at));
            for (at, c) in starts.zip(text.text.chars()) {
                let there = source[at..].chars().next();
                assert!(there == Some(c) || there == Some('\\'), "{c:?} is not at {at} in {source:?}");
            }
            assert!(node.place.contains(&text.written_at(text.text.len())), "{source:?}");
            Ron::String(text.text.clone().into_owned())
        }
        Value::Bool(value) => Ron::Bool(*value),
        Value::Name(_) => Ron::Unit,
        Value::None => Ron::Option(None),
        Value::Some(inner) => Ron::Option(Some(Box::new(checked(inner, source, options)))),
        Value::Group(_, fields) if fields.is_empty() && written == "()" => Ron::Unit,
        Value::Group(_, fields) if fields.is_empty() => Ron::Seq(Vec::new()),
        Value::List(items) | Value::Tuple(_, items) => {
            Ron::Seq(items.iter().map(|item| checked(item, source, options)).collect())
        }
        Value::Map(entries) => {
            let pairs = entries
                .iter()
                .map(|(key, value)| (checked(key, source, options), checked(value, source, options)));
            Ron::Map(pairs.collect::<Map>())
        }
        Value::Group(_, fields) => {
            let pairs = fields.iter().map(|field| {
                let written = &source[field.place.clone()];
                assert_eq!(written.strip_prefix("r#").unwrap_or(written), field.name);
                (Ron::String(field.name.to_owned()), checked(&field.node, source, options))
            });
            Ron::Map(pairs.collect::<Map>())
        }
        Value::Whole(number) => {
            let Ron::Number(same) = &alone else { panic!("{written:?} is no number") };
            #[expect(clippy::cast_precision_loss, reason = "both are rounded alike")]
            let rounded = *number as f64;
            assert!((same.into_f64() - rounded).abs() < f64::EPSILON, "{written:?}");
            alone.clone()
        }
        Value::Other => alone.clone(),
    };
    assert_eq!(value, alone, "{written:?} in {source:?}");
    value
}

/// Whether both take a text. If so, they must find the same in it.
pub(crate) fn compare(text: &str) -> bool {
    // Only ours goes past a byte-order mark.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let theirs = options(body).from_str::<Ron>(body);
    match (read(text, "Comparison"), theirs) {
        (Ok(tree), Ok(value)) => {
            assert_eq!(checked(&tree.root, text, &options(body)), value, "{text:?}");
            true
        }
        (Err(_), Err(_)) => false,
        (Ok(_), Err(error)) => panic!("only ron refuses {text:?}: {error}"),
        // What is no file of ours is refused whatever its syntax.
        (Err(fault), Ok(_))
            if fault.message.contains("expect") && fault.message.contains("Comparison(...)") =>
        {
            false
        }
        (Err(fault), Ok(_)) => panic!("only ron takes {text:?}: {fault:?}"),
    }
}

fn compare_many(rounds: usize) {
    let threads: u64 = 4;
    thread::scope(|scope| {
        for seed in 1..=threads {
            scope.spawn(move || {
                let mut random = Random::new(seed);
                let (mut taken, mut refused) = (0, 0);
                for round in 0..rounds / 4 {
                    let mut text =
                        if round % 3 == 0 { super::loading::SMALL.to_owned() } else { made(&mut random) };
                    if round % 2 == 0 {
                        text = spoiled(&mut random, &text);
                    }
                    let counted = if compare(&text) { &mut taken } else { &mut refused };
                    *counted += 1;
                }
                // Texts of one kind alone would prove little.
                assert!(taken * 10 > rounds / 4 && refused * 10 > rounds / 4, "{taken} and {refused}");
            });
        }
    });
}

#[test]
fn the_reader_takes_what_ron_takes() {
    compare_many(20_000);
}

#[test]
#[ignore = "the long run: 10 million texts"]
fn long_run_the_reader_takes_what_ron_takes() {
    compare_many(10_000_000);
}

#[test]
fn blanks_and_names_that_only_ron_knew_are_read() {
    for text in [
        "Comparison(\u{2028}id: 1)",
        "Comparison(\u{85}id: 1, pros: [\u{200e}1, 2\u{85}])",
        "Comparison(r#id: 1, r#a.b-c: r#true)",
        "Comparison(id: [\u{85}], title: {\u{200f}}\u{2028})",
        "Comparison(id: inf..2, title: 1..=3, a: .., b: -1.5e3f32, c: b'a', d: br\"x\")",
        "\u{200e}#![enable(implicit_some)] // c\n Comparison /* c */ (id: Some 5)",
    ] {
        assert!(compare(text), "{text:?}");
    }
    for text in
        ["Comparison(\u{a0}id: 1)", "Comparison(id: 1)\u{200b}", " \u{a0}", "Comparison(id: [\u{3000}])"]
    {
        assert!(!compare(text), "{text:?}");
    }
}
