//! Random comparison files: every way in which one may be written.

use std::fmt::Write;

use touchstone::comparison::{Comparison, CriterionId};

use crate::support::random::Random;

pub(super) const TITLES: [&str; 9] = [
    "Cheap",
    "Cheap!",
    "cheap",
    "Warm",
    "Near work",
    "Quiet \"at\" night",
    "C:\\x",
    "Rather \u{e9}legant",
    "42",
];
pub(super) const NAMES: [&str; 8] =
    ["Old", "Old!", "old?", "New", "A/B", "C\\D", "\u{6307}\u{8f2a}", "New 2"];
pub(super) const TOPICS: [&str; 9] =
    ["Price", "price", "Price!", "To work", "to-work", "To  work", "price-2", "old/cheap", "Looks"];

/// A writer of one file.
struct Writer<'r> {
    random: &'r mut Random,
    newline: &'static str,
    /// How wild it is: 0 is all in one line without comments.
    wild: usize,
    /// Whether each comma stands in the line of the item before it.
    is_tidy: bool,
    comments: usize,
}

/// A file that is sound.
pub(super) fn file(random: &mut Random, is_tidy: bool) -> String {
    loop {
        let newline = *random.of(&["\n", "\n", "\r\n"]);
        let wild = random.below(4);
        let mut writer = Writer { random, newline, wild, is_tidy, comments: 0 };
        if let Some(text) = writer.file() {
            return text;
        }
    }
}

impl Writer<'_> {
    fn maybe(&mut self, one_in: usize) -> bool {
        self.random.below(one_in) == 0
    }

    /// Blanks and comments.
    fn gap(&mut self) -> String {
        let mut gap = String::new();
        for _ in 0..self.random.below(self.wild + 1) {
            match self.random.below(8) {
                0 => {
                    self.comments += 1;
                    write!(gap, "// c{} \"{}", self.comments, self.newline).expect("a text takes all");
                }
                1 => {
                    self.comments += 1;
                    write!(gap, "/* c{} /* , */ */", self.comments).expect("a text takes all");
                }
                2 | 3 => gap.push_str(self.newline),
                4 => write!(gap, "{}        ", self.newline).expect("a text takes all"),
                5 => gap.push('\t'),
                _ => gap.push(' '),
            }
        }
        gap
    }

    fn literal(&mut self, text: &str) -> String {
        if self.maybe(6) {
            return format!("r#\"{text}\"#");
        }
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        let text = if self.maybe(6) { text.replace('e', "\\u{65}") } else { text };
        format!("\"{text}\"")
    }

    /// An optional value.
    fn option(&mut self, text: &str) -> String {
        let literal = self.literal(text);
        match self.random.below(4) {
            0 => format!("Some({literal})"),
            1 => format!("Some( {literal} ,)"),
            _ => literal,
        }
    }

    fn items(&mut self, open: &str, items: &[String], close: char) -> String {
        let mut text = open.to_owned();
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            let (before, mut after) = (self.gap(), self.gap());
            if self.is_tidy && after.contains('\n') {
                after.clear();
            }
            text.extend([before.as_str(), item, &after]);
        }
        if !items.is_empty() && self.maybe(2) {
            text.push(',');
        }
        text.push_str(&self.gap());
        text.push(close);
        text
    }

    fn group(&mut self, name: &str, mut fields: Vec<(&str, String)>) -> String {
        if self.maybe(4) {
            let from = self.random.below(fields.len());
            fields.rotate_left(from);
        }
        let fields: Vec<String> = fields
            .into_iter()
            .map(|(name, value)| {
                format!("{name}:{}{value}", if self.wild > 1 { self.gap() } else { " ".to_owned() })
            })
            .collect();
        let open = match self.random.below(4) {
            0 => format!("{name}("),
            1 if self.wild > 1 => format!("{name}{}(", self.gap()),
            _ => "(".to_owned(),
        };
        self.items(&open, &fields, ')')
    }

    fn claim(&mut self, lists: bool, number: usize) -> String {
        let title = *self.random.of(&TITLES);
        if self.maybe(2) {
            return self.literal(title);
        }
        let mut fields = Vec::new();
        match self.random.below(6) {
            0 | 1 => fields.push(("id", self.option(&format!("own-{number}")))),
            2 => fields.push(("id", "None".to_owned())),
            _ => {}
        }
        fields.push(("title", self.literal(title)));
        match self.random.below(if lists { 3 } else { 6 }) {
            0 | 1 => {
                let topic = *self.random.of(&TOPICS);
                fields.push(("criterion", self.option(topic)));
            }
            2 => fields.push(("criterion", "None".to_owned())),
            _ => {}
        }
        match self.random.below(4) {
            0 => fields.push(("detail", self.option("Some more."))),
            1 => fields.push(("detail", "None".to_owned())),
            _ => {}
        }
        self.group("Claim", fields)
    }

    fn alternative(&mut self, name: &str, lists: bool, claims: &mut usize) -> String {
        let mut fields = Vec::new();
        if self.maybe(3) {
            fields.push(("id", self.option(&format!("alternative-{claims}"))));
        }
        fields.push(("name", self.literal(name)));
        if self.maybe(3) {
            fields.push(("summary", self.option("About it.")));
        }
        for side in ["pros", "cons"] {
            if self.maybe(5) {
                continue;
            }
            let count = self.random.below(5);
            let list: Vec<String> = (0..count)
                .map(|_| {
                    *claims += 1;
                    self.claim(lists, *claims)
                })
                .collect();
            fields.push((side, self.items("[", &list, ']')));
        }
        self.group("Alternative", fields)
    }

    fn file(&mut self) -> Option<String> {
        let lists = self.maybe(2);
        let mut names: Vec<&str> = NAMES.to_vec();
        let from = self.random.below(names.len());
        names.rotate_left(from);
        names.truncate(2 + self.random.below(2));
        let mut claims = 0;
        let alternatives: Vec<String> =
            names.iter().map(|name| self.alternative(name, lists, &mut claims)).collect();
        let mut fields = vec![("title", self.literal("Which one?"))];
        if self.maybe(2) {
            fields.insert(0, ("format", "1".to_owned()));
        }
        if self.maybe(2) {
            fields.push(("id", self.option("own-id")));
        }
        if lists {
            let listed = self.random.below(4);
            let items: Vec<String> = ["Price", "To work", "Looks"][..listed]
                .iter()
                .map(|name| {
                    let mut fields = vec![("name", self.literal(name))];
                    if self.maybe(2) {
                        fields.insert(0, ("id", self.option(&name.to_lowercase().replace(' ', ""))));
                    }
                    self.group("Criterion", fields)
                })
                .collect();
            fields.push(("criteria", self.items("[", &items, ']')));
        }
        fields.push(("alternatives", self.items("[", &alternatives, ']')));
        let plain = format!(
            "Comparison({})",
            fields.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(", ")
        );
        // Presets name what is there, which only a reader knows.
        let comparison = Comparison::from_ron(&plain).ok()?;
        if self.maybe(2) {
            let presets: Vec<String> = ["One", "One!"]
                .into_iter()
                .map(|name| {
                    let weights = self.weights(&comparison);
                    let fields = vec![("name", self.literal(name)), ("weights", weights)];
                    self.group("Preset", fields)
                })
                .collect();
            fields.push(("presets", self.items("[", &presets, ']')));
        }
        if self.maybe(3) {
            let chosen = self.random.below(comparison.alternatives().len());
            let chosen = comparison.alternatives().nth(chosen)?.1.id.clone();
            fields.push(("chosen", self.option(&chosen)));
        }
        let (start, end) = (self.gap(), self.gap());
        let root = self.group("Comparison", fields);
        let text = format!(
            "{}{start}{root}{end}",
            self.random.of(&["", "", "\u{feff}", "#![enable(implicit_some)]"])
        );
        Comparison::from_ron(&text).ok().map(|_| text)
    }

    fn weights(&mut self, comparison: &Comparison) -> String {
        let mut entries = Vec::new();
        let criteria: Vec<(CriterionId, String, String)> =
            comparison.criteria().map(|(id, own)| (id, own.id.clone(), own.name.to_string())).collect();
        for (_, id, name) in criteria {
            match self.random.below(4) {
                0 => entries.push(id),
                1 => entries.push(name),
                _ => {}
            }
        }
        for (claim, _) in comparison.claims() {
            if self.maybe(4) {
                entries.push(comparison.full_id(claim).to_owned());
            }
        }
        let entries: Vec<String> = entries
            .into_iter()
            .map(|key| format!("{}: {}", self.literal(&key), self.random.below(11)))
            .collect();
        self.items("{", &entries, '}')
    }
}
