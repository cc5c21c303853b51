//! A conversation about what matters: what was said so far, what follows from it, and what is asked next.

use super::{Choice, Command, Cursor, Ending, Explorer, Layer, Notice, Question, Ranking};
use crate::comparison::{AlternativeId, ClaimId, Comparison};
use crate::decision::Verdict;
use crate::profile::Profile;
use crate::safe_text::SafeText;
use crate::weight::Weight;

/// What was said in a conversation. A reason stands for itself by its first face that is on.
///
/// The profile follows from it and from what the profile was before, so that stepping back is taking back words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversation {
    /// What the person feels like, before any reasons.
    gut: Gut,
    /// What matters most, in order.
    picked: Vec<ClaimId>,
    /// What was said of all others at once.
    rest: Rest,
    /// What was asked about, in order, with the answers; none for what was skipped.
    asked: Vec<(ClaimId, Option<Weight>)>,
    /// After how many of those it was offered to stop, which is done once; that is a step, too.
    offered: Option<usize>,
}

/// What a person feels like before any reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gut {
    /// That was not asked.
    #[default]
    NotAsked,
    /// They did not say.
    Skipped,
    /// This one.
    For(AlternativeId),
}

/// What was said of all reasons that were not picked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Nothing yet.
    #[default]
    NotAsked,
    /// They are still open.
    Open,
    /// They matter little.
    MattersLittle,
}

/// The most that what matters little weighs.
const LITTLE: Weight = Weight::clamped(2);

impl Conversation {
    /// What the person feels like.
    #[must_use]
    pub fn gut(&self) -> Gut {
        self.gut
    }

    pub(super) fn feel(&mut self, gut: Gut) {
        self.gut = gut;
    }

    /// What matters most, in order.
    #[must_use]
    pub fn picked(&self) -> &[ClaimId] {
        &self.picked
    }

    /// What was said of all reasons that were not picked.
    #[must_use]
    pub fn rest(&self) -> Rest {
        self.rest
    }

    /// What was asked about, in order, with the answers; none for what was skipped.
    #[must_use]
    pub fn asked(&self) -> &[(ClaimId, Option<Weight>)] {
        &self.asked
    }

    /// The weight of a place in the order, from 0, by the rank-sum rule: 10 (n + 1 - k) / n, halves up, at least 1.
    ///
    /// Stillwell, Seaver & Edwards 1981; Edwards & Barron 1994.
    #[must_use]
    pub fn weight_at(&self, place: usize) -> Weight {
        let count = self.picked.len().max(1);
        // (2 * 10 (n - place) + n) / 2n, where the place counts from 0.
        let points = (20 * count.saturating_sub(place) + count) / (2 * count);
        Weight::clamped(u8::try_from(points.max(1)).unwrap_or(Weight::MOST))
    }

    /// What a reason weighs that matters little: 2, or as much as the last of those that were picked.
    #[must_use]
    pub fn little(&self) -> Weight {
        LITTLE.min(self.weight_at(self.picked.len().saturating_sub(1)))
    }

    pub(super) fn pick(&mut self, reason: ClaimId) {
        self.picked.push(reason);
    }

    pub(super) fn unpick(&mut self) -> Option<ClaimId> {
        self.picked.pop()
    }

    pub(super) fn say_of_rest(&mut self, rest: Rest) {
        self.rest = rest;
    }

    /// Takes note that it was offered to stop.
    pub(super) fn was_offered_to_stop(&mut self) {
        self.offered = Some(self.asked.len());
    }

    pub(super) fn say(&mut self, reason: ClaimId, answer: Option<Weight>) {
        self.asked.push((reason, answer));
    }

    /// What follows from it for a profile as it was before, of which these reasons count.
    fn apply(&self, profile: &mut Profile, comparison: &Comparison, reasons: &[ClaimId]) {
        if let Gut::For(felt) = self.gut {
            profile.gut = Some(SafeText::line(&comparison[felt].id));
        }
        for (place, reason) in self.picked.iter().enumerate() {
            profile.set_weight(comparison, *reason, Some(self.weight_at(place)));
        }
        if self.rest == Rest::MattersLittle {
            for reason in reasons {
                if profile.weight(comparison, *reason).is_none() {
                    profile.set_weight(comparison, *reason, Some(self.little()));
                }
            }
        }
        for (reason, answer) in &self.asked {
            if answer.is_some() {
                profile.set_weight(comparison, *reason, *answer);
            }
        }
    }
}

impl Explorer {
    /// The reasons whose weights can make a difference, each by its first face that does. What speaks of an alternative
    /// that is ruled out does not, unless all are.
    fn reasons_that_count(&self) -> Vec<ClaimId> {
        let (profile, assessment) = (self.profile(), self.assessment());
        let is_left = |alternative: AlternativeId| assessment[alternative].is_acceptable();
        let is_any_left = self.comparison().alternatives().any(|(alternative, _)| is_left(alternative));
        let counts = |claim: &ClaimId| {
            profile[*claim].on && (is_left(self.comparison()[*claim].alternative) || !is_any_left)
        };
        profile
            .reasons(&self.document.comparison)
            .iter()
            .filter_map(|reason| reason.faces().find(counts))
            .collect()
    }

    /// Those of the reasons that count that have no weight.
    #[must_use]
    pub fn open_reasons(&self) -> Vec<ClaimId> {
        let mut open = self.reasons_that_count();
        open.retain(|reason| self.profile().weight(&self.document.comparison, *reason).is_none());
        open
    }

    /// The reasons that could still be asked about: the open ones that were not skipped.
    #[must_use]
    pub fn to_ask(&self, conversation: &Conversation) -> Vec<ClaimId> {
        let mut open = self.open_reasons();
        open.retain(|reason| conversation.asked.iter().all(|(asked, _)| asked != reason));
        open
    }

    /// The one of some open reasons that is to be asked about first; none if no answer can make a difference any more.
    #[must_use]
    pub fn most_telling(&self, open: &[ClaimId]) -> Option<ClaimId> {
        let assessment = self.assessment();
        if assessment.is_settled() || assessment.verdict == Verdict::NoneAcceptable {
            return None;
        }
        let influence = |claim: &ClaimId| assessment[*claim].influence;
        open.iter().copied().max_by(|a, b| influence(a).total_cmp(&influence(b)).then(b.cmp(a)))
    }

    /// Begins a conversation: with what the person feels like, if that was not said and no answer was seen yet.
    pub(super) fn ask_me(&mut self) {
        if self.comparison().claims().len() == 0 {
            return self.say_that_nothing_is_here();
        }
        if self.reasons_that_count().is_empty() {
            self.notice = Some(Notice::problem("Nothing is switched on, so there is nothing to ask about"));
            return;
        }
        self.open.begin_conversation();
        let conversation = Conversation::default();
        // Who has seen where their reasons lead feels like something else than before.
        if self.profile().gut.is_none() && self.open.is_unseen() {
            self.ask_gut(conversation);
        } else {
            self.ask_what_matters_most(conversation);
        }
    }

    pub(super) fn ask_gut(&mut self, conversation: Conversation) {
        let alternatives = self.comparison().alternatives().len();
        self.layer = Layer::Choice(Choice::gut(conversation, alternatives));
    }

    /// Goes on with an order of the reasons if there are several.
    pub(super) fn ask_what_matters_most(&mut self, conversation: Conversation) {
        self.hear(&conversation);
        let reasons = self.reasons_that_count();
        match reasons.len() {
            1 => self.go_on(conversation),
            _ => self.layer = Layer::Ranking(Ranking::new(conversation, reasons)),
        }
    }

    /// Lets the profile follow from what was said.
    pub(super) fn hear(&mut self, conversation: &Conversation) {
        let reasons = self.reasons_that_count();
        let changed = self.open.retell(&self.document.comparison, |profile, comparison| {
            conversation.apply(profile, comparison, &reasons);
        });
        if changed {
            self.deleted = None;
        }
    }

    /// Goes on to the next question, as long as an answer can make a difference.
    pub(super) fn go_on(&mut self, conversation: Conversation) {
        self.hear(&conversation);
        let next = self.most_telling(&self.to_ask(&conversation));
        let assessment = self.assessment();
        match next {
            None => self.layer = Layer::Ending(Ending::new(conversation)),
            Some(_) if conversation.rest == Rest::NotAsked && !conversation.picked.is_empty() => {
                self.layer = Layer::Choice(Choice::rest(conversation));
            }
            Some(_) if assessment.verdict == Verdict::Clear && conversation.offered.is_none() => {
                self.layer = Layer::Choice(Choice::enough(conversation));
            }
            Some(reason) => self.ask(conversation, reason),
        }
    }

    /// Whether a reason is one of those that are left to ask about.
    pub(super) fn is_asked(&self, conversation: &Conversation, reason: ClaimId) -> bool {
        self.to_ask(conversation).contains(&reason)
    }

    fn ask(&mut self, conversation: Conversation, reason: ClaimId) {
        self.cursor = Cursor::at(&self.document.comparison, reason);
        self.layer = Layer::Question(Question::new(conversation, reason));
    }

    /// Steps back to the offer or the question before, to what was said of the rest, or to the order.
    pub(super) fn step_back(&mut self, mut conversation: Conversation) {
        let reasons = self.reasons_that_count();
        if conversation.offered == Some(conversation.asked.len()) {
            conversation.offered = None;
            self.hear(&conversation);
            self.layer = Layer::Choice(Choice::enough(conversation));
        } else if let Some((reason, _)) = conversation.asked.pop() {
            self.hear(&conversation);
            // What was asked about while the answer was hidden may be ruled out.
            if self.is_asked(&conversation, reason) {
                self.ask(conversation, reason);
            } else {
                self.step_back(conversation);
            }
        } else if conversation.rest != Rest::NotAsked {
            conversation.rest = Rest::NotAsked;
            self.hear(&conversation);
            self.layer = Layer::Choice(Choice::rest(conversation));
        } else if reasons.len() > 1 {
            self.layer = Layer::Ranking(Ranking::new(conversation, reasons));
        } else if conversation.gut != Gut::NotAsked && self.open.is_unseen() {
            self.ask_gut(conversation);
        } else if let [reason] = reasons[..]
            && self.profile().weight(&self.document.comparison, reason).is_none()
        {
            self.ask(conversation, reason);
            self.say_it_begins_here();
        } else {
            self.layer = Layer::Ending(Ending::new(conversation));
            self.say_it_begins_here();
        }
    }

    pub(super) fn say_it_begins_here(&mut self) {
        self.notice = Some(Notice::done("This is where it begins").with(Command::Back, "leaves"));
    }

    /// Leaves a conversation at any place: at once if nothing follows from it yet, else after asking what becomes of it.
    pub(super) fn leave_conversation(&mut self, from: Layer) {
        if self.open.has_conversed() {
            self.layer = Layer::Choice(Choice::leaving(from));
        } else {
            self.open.end_conversation();
        }
    }

    /// Makes one step that can be undone of all that was said.
    pub(super) fn keep_what_was_said(&mut self) {
        if self.open.has_conversed() {
            let notice = Notice::done("Kept what you said");
            self.notice = Some(notice.with(Command::Undo, "takes all of it back"));
        }
        self.open.end_conversation();
    }

    /// Forgets all that was said.
    pub(super) fn drop_what_was_said(&mut self) {
        self.hear(&Conversation::default());
        self.open.end_conversation();
        self.notice = Some(Notice::done("Dropped what you said"));
    }
}
