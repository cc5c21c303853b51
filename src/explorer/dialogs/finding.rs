//! Something is looked for, as it is typed: in the panes or in the help.

use super::typing::LONGEST_TITLE;
use crate::comparison::{AlternativeId, Claim, ClaimId, Comparison};
use crate::explorer::{Cursor, Explorer, Layer, Listing, Motion, TextEntry};
use crate::search::{Search, fold};

/// Something is looked for.
#[derive(Clone, Debug)]
pub struct Finding {
    entry: TextEntry,
    search: Search,
    /// Where the cursor of the panes was, and which lines they showed.
    from: Cursor,
    listing: Listing,
    /// What each claim says, without case and accents.
    texts: Vec<String>,
    /// The claims that have every word.
    found: Vec<ClaimId>,
    /// Where it is looked for: the panes or the help.
    pub(in crate::explorer) over: Box<Layer>,
}

impl Finding {
    /// What is typed so far.
    #[must_use]
    pub fn entry(&self) -> &TextEntry {
        &self.entry
    }

    /// What is looked for.
    #[must_use]
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// The claims that have every word, in the order of the comparison.
    #[must_use]
    pub fn found(&self) -> &[ClaimId] {
        &self.found
    }

    /// Where it is looked for: the panes or the help.
    #[must_use]
    pub fn over(&self) -> &Layer {
        &self.over
    }

    pub(in crate::explorer) fn entry_mut(&mut self) -> &mut TextEntry {
        &mut self.entry
    }

    /// Finds what was typed by now.
    fn find(&mut self) {
        self.search = Search::new(self.entry.text());
        let texts = self.texts.iter().enumerate();
        self.found =
            texts.filter(|(_, text)| self.search.finds(text)).map(|(place, _)| ClaimId(place)).collect();
    }

    /// The next of what was found, or the one before; to the side, the first in the next pane that has one.
    fn beside(&self, at: Cursor, motion: Motion, comparison: &Comparison) -> Option<ClaimId> {
        let pane = |claim: &&ClaimId| comparison[**claim].alternative;
        let is_before = |claim: &&ClaimId| Some(**claim) < at.claim;
        let is_after = |claim: &&ClaimId| Some(**claim) > at.claim;
        let mut found = self.found.iter();
        match motion {
            Motion::Up | Motion::PageUp => found.rfind(is_before),
            Motion::Down | Motion::PageDown => found.find(is_after),
            Motion::Left => {
                let there =
                    found.clone().rfind(|claim| pane(claim) < at.alternative).map(|claim| pane(&claim));
                found.find(|claim| Some(pane(claim)) == there)
            }
            Motion::Right => found.find(|claim| pane(claim) > at.alternative),
            Motion::First => found.next(),
            Motion::Last => found.next_back(),
            Motion::To(place) => return Some(ClaimId(place)).filter(|claim| claim.0 < self.texts.len()),
            Motion::Pane(place) => found.find(|claim| pane(claim) == AlternativeId(place)),
        }
        .copied()
    }
}

impl Explorer {
    /// Looks for something in the panes, where all lines are shown for that, or in the help.
    pub(in crate::explorer) fn look_for(&mut self) {
        let over = Box::new(self.take_layer());
        let (from, listing) = (self.cursor, self.listing.clone());
        self.show_all_lines();
        let texts = match &*over {
            Layer::Help(_) => Vec::new(),
            _ => self.comparison().claims().map(|(id, claim)| self.all_of(id, claim)).collect(),
        };
        let found = (0..texts.len()).map(ClaimId).collect();
        let entry = TextEntry::new(String::new(), LONGEST_TITLE);
        let search = Search::default();
        self.layer = Layer::Finding(Finding { entry, search, from, listing, texts, found, over });
    }

    /// Goes to what was typed by now: the nearest from where it was begun, or back there if there is nothing.
    pub(in crate::explorer) fn find(&mut self) {
        let Layer::Finding(finding) = &mut self.layer else { return };
        finding.find();
        let from = finding.from;
        let after = finding.found.iter().find(|claim| Some(**claim) >= from.claim);
        let nearest = after.or(finding.found.first()).copied();
        if let Layer::Help(help) = &mut *finding.over {
            help.look_for(finding.search.clone());
        }
        // Where the list was empty all lines are shown now.
        let first = || self.listing.pane(&self.document.comparison, from.alternative).first().copied();
        let back = Cursor { claim: from.claim.or_else(first), ..from };
        self.cursor = nearest.map_or(back, |claim| Cursor::at(&self.document.comparison, claim));
    }

    /// Moves among what was found.
    pub(in crate::explorer) fn move_among_found(&mut self, motion: Motion) {
        let extent = self.extent;
        let Layer::Finding(finding) = &mut self.layer else { return };
        if let Layer::Help(help) = &mut *finding.over {
            return help.moved(motion, extent);
        }
        if let Some(claim) = finding.beside(self.cursor, motion, &self.document.comparison) {
            self.cursor = Cursor::at(&self.document.comparison, claim);
        }
    }

    /// All that is said of a claim and noted on it, without case and accents.
    fn all_of(&self, id: ClaimId, claim: &Claim) -> String {
        let note = &self.stance(id).note;
        [&claim.title, &claim.detail, note].map(|text| fold(text)).join("\n")
    }

    /// Ends it and stays; lines that were hidden are so again, unless one of them was found.
    pub(in crate::explorer) fn find_this(&mut self, finding: Finding) {
        self.listing = finding.listing;
        self.layer = *finding.over;
    }

    /// Ends it and goes back to where it was begun.
    pub(in crate::explorer) fn find_nothing(&mut self, finding: Finding) {
        (self.cursor, self.listing) = (finding.from, finding.listing);
        self.layer = *finding.over;
        if let Layer::Help(help) = &mut self.layer {
            help.look_for(Search::default());
        }
    }
}
