//! A page as a strict parser reads it.

use std::collections::BTreeMap;
use std::ops::Index;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sha2::{Digest, Sha256};

/// All elements that a page may have: none runs anything or fetches anything.
const ELEMENTS: [&str; 28] = [
    "b",
    "body",
    "div",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "head",
    "header",
    "html",
    "li",
    "main",
    "meta",
    "p",
    "path",
    "section",
    "span",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// All attributes that they may have, none of which names anything elsewhere, or holds a text of anybody else.
const ATTRIBUTES: [&str; 13] = [
    "aria-hidden",
    "charset",
    "class",
    "content",
    "d",
    "http-equiv",
    "lang",
    "name",
    "preserveAspectRatio",
    "role",
    "scope",
    "viewBox",
    "xmlns",
];

/// One element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Of all that is in it, as it stands there.
    text: String,
    /// The names of the elements in it.
    within: Vec<String>,
}

impl Index<&str> for Element {
    type Output = str;

    /// An attribute, empty where there is none.
    fn index(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// A page that is sound.
pub(crate) struct Page {
    elements: Vec<Element>,
}

impl Page {
    /// Reads a page; panics if anything is wrong with it.
    #[track_caller]
    pub(crate) fn read(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        assert_eq!(*dom.errors.borrow(), [] as [&str; 0], "{html}");
        let mut page = Self { elements: Vec::new() };
        page.take(&dom.document);
        page.assert_sound();
        page
    }

    /// Takes a node with all that is in it, and gives its text.
    fn take(&mut self, node: &Handle) -> String {
        let at = match &node.data {
            NodeData::Text { contents } => return contents.borrow().to_string(),
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let attributes = attributes.iter();
                let attributes = attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
                let (name, attributes) = (name.local.to_string(), attributes.collect());
                self.elements.push(Element { name, attributes, ..Element::default() });
                Some(self.elements.len() - 1)
            }
            NodeData::Document | NodeData::Doctype { .. } => None,
            NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => panic!("{node:?}"),
        };
        let text: String = node.children.borrow().iter().map(|child| self.take(child)).collect();
        if let Some(at) = at {
            self.elements[at].within = self.elements[at + 1..].iter().map(|one| one.name.clone()).collect();
            self.elements[at].text.clone_from(&text);
        }
        text
    }

    /// All elements of a name and a class.
    pub(crate) fn all(&self, name: &str, class: &str) -> Vec<&Element> {
        self.elements.iter().filter(|one| one.name == name && &one["class"] == class).collect()
    }

    /// The only element of a name.
    #[track_caller]
    fn only(&self, name: &str) -> &Element {
        let all: Vec<_> = self.elements.iter().filter(|one| one.name == name).collect();
        assert_eq!(all.len(), 1, "{name}");
        all[0]
    }

    /// All that is read, with one blank between words.
    pub(crate) fn text(&self) -> String {
        self.only("body").text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn assert_sound(&self) {
        for element in &self.elements {
            assert!(ELEMENTS.contains(&element.name.as_str()), "{element:?}");
            for name in element.attributes.keys() {
                assert!(ATTRIBUTES.contains(&name.as_str()), "{element:?}");
            }
            assert!(
                !["h1", "h2", "li", "p", "th"].contains(&&*element.name) || !element.text.trim().is_empty()
            );
        }
        self.assert_policy();
        self.assert_named();
        assert_eq!(&self.only("html")["lang"], "en");
        let headings = self.elements.iter().filter(|one| one.name.starts_with('h') && one.name.len() == 2);
        let headings: Vec<&str> = headings.map(|heading| heading.name.as_str()).collect();
        assert!(headings[0] == "h1" && headings[1..].iter().all(|name| *name == "h2"), "{headings:?}");
    }

    /// The policy allows nothing but the one style sheet, which has every class.
    #[track_caller]
    fn assert_policy(&self) {
        let style = &self.only("style").text;
        let hash = BASE64_STANDARD.encode(Sha256::digest(style));
        let policy = self.elements.iter().find(|one| &one["http-equiv"] == "Content-Security-Policy");
        assert_eq!(
            &policy.expect("a policy")["content"],
            format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
        );
        for outside in ["@import", "url(", "://"] {
            assert!(!style.contains(outside), "{outside}");
        }
        let named = |name: &str| self.elements.iter().find(|one| one.name == "meta" && &one["name"] == name);
        for (name, content) in [("referrer", "no-referrer"), ("color-scheme", "light dark")] {
            assert_eq!(named(name).map(|meta| &meta["content"]), Some(content));
        }
        assert!(named("viewport").is_some());
        for class in
            self.elements.iter().flat_map(|one| one["class"].split(' ')).filter(|class| !class.is_empty())
        {
            assert!(style.contains(&format!(".{class}")), "no .{class} in the style sheet");
        }
    }

    /// Every picture says in words what it shows, or is beside what says so; every column has a head.
    #[track_caller]
    fn assert_named(&self) {
        let said = |element: &Element| element.within.first().is_some_and(|first| first == "title");
        for svg in self.elements.iter().filter(|one| one.name == "svg") {
            assert!(&svg["aria-hidden"] == "true" || (&svg["role"] == "img" && said(svg)), "{svg:?}");
        }
        let heads = self.elements.iter().filter(|one| one.name == "th");
        assert!(heads.into_iter().all(|head| ["col", "row"].contains(&&head["scope"])));
    }
}
