//! Reports as pages of HTML: the frame that they share, and what keeps texts from being taken for markup.
//!
//! A page is one document that needs nothing from outside: no script, no font, no address. Its policy says so to the
//! browser too, and allows the one style sheet alone, by its hash.

mod page;
mod several;
mod svg;

pub use page::html;
pub(super) use several::html as several;

/// What a page looks like.
const STYLE: &str = include_str!("../../assets/report.css");

/// The SHA-256 of [`STYLE`] in base 64, by which the policy knows it.
const STYLE_HASH: &str = "ASpUx1lPHkLkwNO9A+kzSuFAsF+Z0bahtYPRvK1Ot/I=";

/// A page as far as it is written.
pub(super) struct Markup(String);

impl Markup {
    /// A page up to where its body begins.
    pub(super) fn begin(title: &str) -> Self {
        let mut page = Self(String::new());
        page.raw("<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n")
            .raw("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'sha256-")
            .raw(STYLE_HASH)
            .raw("'; base-uri 'none'; form-action 'none'\">\n<meta name=referrer content=no-referrer>\n")
            .raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">\n")
            .raw("<meta name=color-scheme content=\"light dark\">\n")
            .element("title", title)
            .raw("<style>")
            .raw(STYLE)
            .raw("</style>\n</head>\n<body>\n");
        page
    }

    /// The whole page.
    pub(super) fn end(mut self) -> String {
        self.raw("</body>\n</html>\n");
        self.0
    }

    /// Markup of our own, which no text of anybody else can be.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A text, none of which is taken for markup, between tags as well as in a quoted attribute.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// A whole number.
    pub(super) fn number(&mut self, number: i64) -> &mut Self {
        self.0.push_str(&number.to_string());
        self
    }

    /// An element with a text in it on a line of its own; nothing for an empty text.
    pub(super) fn element(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.classed(name, "", text)
    }

    /// The same with a class.
    pub(super) fn classed(&mut self, name: &'static str, class: &'static str, text: &str) -> &mut Self {
        if text.is_empty() {
            return self;
        }
        self.raw("<").raw(name);
        if !class.is_empty() {
            self.raw(" class=").raw(class);
        }
        self.raw(">").text(text).raw("</").raw(name).raw(">\n")
    }

    /// A heading with sentences below it; nothing where there are none.
    pub(super) fn list(&mut self, heading: &'static str, sentences: &[String]) -> &mut Self {
        if sentences.is_empty() {
            return self;
        }
        self.raw("<section>\n").element("h2", heading).raw("<ul>\n");
        for sentence in sentences {
            self.element("li", sentence);
        }
        self.raw("</ul>\n</section>\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_markup_is_left_in_a_text() {
        let mut page = Markup(String::new());
        page.text("<b a=\"1\" b='2'>&amp;\n").element("p", "a < b").classed("p", "quiet", "");
        assert_eq!(page.0, "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;\n<p>a &lt; b</p>\n");
    }

    #[test]
    fn a_list_has_its_heading_and_is_not_there_without_sentences() {
        let mut page = Markup(String::new());
        page.list("Why", &[]).list("Why", &["Since.".to_owned()]);
        assert_eq!(page.0, "<section>\n<h2>Why</h2>\n<ul>\n<li>Since.</li>\n</ul>\n</section>\n");
    }
}
