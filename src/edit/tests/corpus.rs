//! The files.

/// The least, in one line, as somebody types it.
pub(super) const ONE_LINE: &str = r#"Comparison(title: "Flat", alternatives: [(name: "Old", pros: ["Cheap", "Near work"], cons: ["Noisy"]), (name: "New", pros: ["Balcony"])])"#;

/// One bare text in each line, comments everywhere, and no comma behind the last ones.
pub(super) const COMMENTED: &str = r#"// Which flat?
Comparison( // format 1
    title: "Flat", // the question

    alternatives: [
        // The one that we know.
        (
            name: "Old",
            pros: [ // what is good
                // Ask Tom.
                "Cheap", // 700 a month
                "Near work", /* by bike */
                // Not sure.
                "Quiet" // at night
                // More?
            ],
            cons: [
                "Noisy", // by day

                "Damp"
            ]
        ),
        (
            name: "New",
            // Nothing yet.
            pros: [],
            cons: [
            ]
        )
    ]
)
// The end.
"#;

/// What is legal and nobody writes.
pub(super) const ODD: &str = "\u{feff}#![enable(implicit_some)]\r\n/* a /* nested */ comment */ Comparison(\r\n\
\ttitle: r#\"Ring \"A\" or B\"#,\r\n\tsource: \"A \\u{62}ook\",\r\n\
\talternatives: [\r\n\
\t\tAlternative(\r\n\
\t\t\tname: \"A\"\r\n\
\t\t\t, pros: [\r\n\
\t\t\t\tr\"C:\\old\"\r\n\
\t\t\t\t, Claim(title: \"Shines\", detail: Some(\"A\\nB\"), criterion: None)\r\n\
\t\t\t\t, Claim (\r\n\
\t\t\t\t\ttitle: \"Rare\",\r\n\
\t\t\t\t\tid: None\r\n\
\t\t\t\t)\r\n\
\t\t\t]\r\n\
\t\t),\r\n\
\t\tAlternative(\r\n\
\t\t\tname: \"B\",cons:[\"Dull\",\"Dull!\",/* of c */\"C\"],\r\n\
\t\t),\r\n\
\t],\r\n\
)";

/// Said ids, listed criteria, presets and what was chosen.
pub(super) const FULL: &str = r#"Comparison(
    format: 1,
    id: "laptop",
    title: "Which laptop?",
    criteria: [
        (id: "price", name: "Price"), // in euros
        (id: "weight", name: "Weight"),
    ],
    alternatives: [
        (
            id: "light", name: "Light one",
            pros: [(id: "light", title: "1 kg", criterion: "weight", detail: "With charger.")],
            cons: [(id: "dear", title: "Dear", criterion: "price"), (id: "small", title: "Small keys", criterion: "Keys")],
        ),
        (
            id: "old", name: "The old one",
            pros: [
                (
                    id: "paid",
                    title: "Paid for",
                    criterion: "price",
                ),
                (
                    id: "known",
                    title: "I know it",
                    detail: "Three years.",
                ),
            ],
            cons: [],
        ),
        (id: "none", name: "None"),
    ],
    presets: [
        (name: "Thrifty", weights: {"price": 10, "old/known": 3, "Keys": 2}, others: Some(1)),
        (name: "Typist", weights: {
            "keys": 10, // most of all
            "light/small": 9,
        }),
    ],
    chosen: Some("none"),
)
"#;
