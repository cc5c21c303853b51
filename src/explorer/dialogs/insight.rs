//! Everything behind the answer, as lines: the page that one shows to somebody else.

use crate::comparison::ClaimId;
use crate::decision::{Speaker, Verdict, Why};
use crate::explorer::{Cursor, Explorer, Extent, Layer, Motion, Trial};
use crate::story::{Fact, Headline, Story};
use crate::weight::Weight;

/// Everything behind the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// All lines, worked out once for each change of the answer.
    lines: Vec<InsightLine>,
    /// The chosen one of the lines that can be chosen.
    at: usize,
}

/// One line of the insight view.
#[derive(Clone, Debug, PartialEq)]
pub enum InsightLine {
    /// The answer and how sure it is.
    Headline(Headline),
    /// The gauge, large.
    Gauge,
    /// A heading, with an empty line above it.
    Heading(&'static str),
    /// A sentence.
    Told(Fact),
    /// What was decided.
    Decided,
    /// What one reason adds to the leader's case or takes from it.
    Share {
        /// The reason.
        reason: ClaimId,
        /// Its weight in points; negative if it speaks against the leader.
        points: i64,
        /// Whether others cancel it.
        balanced: bool,
    },
    /// Reasons that are open, taken as 5 each: how many for the leader and how many against.
    Open {
        /// How many speak for the leader.
        supporters: usize,
        /// How many speak against the leader.
        opponents: usize,
    },
    /// Where a weight is and where the answer changes.
    Ruler {
        /// The reason.
        reason: ClaimId,
        /// The weight now; none if it is open.
        now: Option<Weight>,
        /// The nearest weight at which another alternative leads, and which.
        tip: Fact,
    },
    /// A thing of two sides, by the first of them.
    Pair(ClaimId),
    /// A reason worth thinking about, and what that could do; nothing while nothing is weighed.
    Thought(ClaimId, Option<String>),
}

/// What can be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineDoes {
    /// Nothing.
    Nothing,
    /// Go to a claim in the panes.
    GoThere,
    /// Try on what it says.
    TryOn,
}

impl InsightLine {
    /// Whether the keys stop at it: at all but headings.
    #[must_use]
    pub fn is_selectable(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }

    /// What can be done with it.
    #[must_use]
    pub fn does(&self) -> LineDoes {
        match self {
            Self::Told(Fact::Together(..)) | Self::Ruler { .. } => LineDoes::TryOn,
            Self::Share { .. } | Self::Pair(_) | Self::Thought(..) => LineDoes::GoThere,
            Self::Headline(_)
            | Self::Gauge
            | Self::Heading(_)
            | Self::Told(_)
            | Self::Decided
            | Self::Open { .. } => LineDoes::Nothing,
        }
    }
}

impl Insight {
    /// All lines from top to bottom.
    #[must_use]
    pub fn lines(&self) -> &[InsightLine] {
        &self.lines
    }

    /// The chosen one of the lines that can be chosen.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// What can be done with the chosen line.
    #[must_use]
    pub fn does(&self) -> LineDoes {
        self.chosen().map_or(LineDoes::Nothing, InsightLine::does)
    }

    fn chosen(&self) -> Option<&InsightLine> {
        self.selectable().nth(self.at)
    }

    fn selectable(&self) -> impl Iterator<Item = &InsightLine> {
        self.lines.iter().filter(|line| line.is_selectable())
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        let last = self.selectable().count().saturating_sub(1);
        self.at = motion.along(self.at, last, extent);
    }

    /// Does with the chosen line what can be done with it.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        match self.chosen().cloned() {
            Some(
                InsightLine::Share { reason, .. }
                | InsightLine::Pair(reason)
                | InsightLine::Thought(reason, _),
            ) => explorer.cursor = Cursor::at(&explorer.document.comparison, reason),
            Some(InsightLine::Told(fact) | InsightLine::Ruler { tip: fact, .. })
                if self.does() == LineDoes::TryOn =>
            {
                Trial::begin(explorer, self, &fact);
            }
            Some(
                InsightLine::Headline(_)
                | InsightLine::Gauge
                | InsightLine::Heading(_)
                | InsightLine::Told(_)
                | InsightLine::Decided
                | InsightLine::Open { .. }
                | InsightLine::Ruler { .. },
            )
            | None => explorer.layer = Layer::Insight(self),
        }
    }
}

impl Explorer {
    pub(in crate::explorer) fn show_insight(&mut self) {
        if self.says_it_is_hidden() {
            return;
        }
        self.layer = Layer::Insight(Insight { lines: lines(&self.story()), at: 0 });
    }

    /// Works the lines out anew if they are on screen.
    pub(in crate::explorer) fn refresh_insight(&mut self) {
        if let Layer::Insight(Insight { at, .. }) = self.layer {
            let lines = lines(&self.story());
            let last = lines.iter().filter(|line| line.is_selectable()).count().saturating_sub(1);
            self.layer = Layer::Insight(Insight { lines, at: at.min(last) });
        }
    }
}

/// All lines of the insight view.
fn lines(story: &Story<'_>) -> Vec<InsightLine> {
    let mut lines = vec![InsightLine::Headline(story.headline())];
    lines.extend(story.profile.decided.as_ref().map(|_| InsightLine::Decided));
    lines.extend(story.beside().into_iter().map(InsightLine::Told));
    lines.extend(has_gauge(story).then_some(InsightLine::Gauge));
    if !story.why().is_empty() {
        balance(story, &mut lines);
    }
    change(story, &mut lines);
    thoughts(story, &mut lines);
    pairs(story, &mut lines);
    lines.push(InsightLine::Heading("How it counts"));
    lines.extend(story.settings().into_iter().chain(story.just_counting()).map(InsightLine::Told));
    lines
}

/// Whether the gauge has anything to show: not before something is weighed, nor of two of which one is ruled out.
fn has_gauge(story: &Story<'_>) -> bool {
    let mut standings = story.assessment.standings();
    let several = standings.len() > 2 || standings.all(|(_, standing)| standing.is_acceptable());
    several && story.assessment.verdict != Verdict::Unweighed
}

/// What balances out and what is left, with the open reasons in one line each.
fn balance(story: &Story<'_>, lines: &mut Vec<InsightLine>) {
    let why = &story.assessment.why;
    let balance = story.balance();
    lines.push(InsightLine::Heading("Why"));
    lines.extend(story.why().into_iter().map(InsightLine::Told));
    if !balance.struck_out.is_empty() {
        lines.push(InsightLine::Heading("These balance out"));
        shares(story, why, &balance.struck_out, true, lines);
    }
    if !balance.left.is_empty() {
        lines.push(InsightLine::Heading("What is left decides"));
        shares(story, why, &balance.left, false, lines);
    }
}

fn shares(story: &Story<'_>, why: &Why, among: &[ClaimId], balanced: bool, lines: &mut Vec<InsightLine>) {
    let signed = |side: &[Speaker], sign: i64| -> Vec<(ClaimId, i64)> {
        // Both are in the order of the comparison or can be looked up in it.
        let of_side = side.iter().filter(|speaker| among.binary_search(&speaker.reason).is_ok());
        of_side.map(|speaker| (speaker.reason, sign * speaker.points)).collect()
    };
    let is_open = |reason: &ClaimId| story.profile.weight(story.comparison, *reason).is_none();
    let (mut supporters, mut opponents) = (0, 0);
    for (reason, points) in signed(&why.supporters, 1).into_iter().chain(signed(&why.opponents, -1)) {
        match (is_open(&reason), points > 0) {
            (true, true) => supporters += 1,
            (true, false) => opponents += 1,
            (false, _) => lines.push(InsightLine::Share { reason, points, balanced }),
        }
    }
    if supporters + opponents > 0 {
        lines.push(InsightLine::Open { supporters, opponents });
    }
}

fn change(story: &Story<'_>, lines: &mut Vec<InsightLine>) {
    let tips = story.tips();
    let facts = if tips.is_empty() { story.change() } else { tips };
    if facts.is_empty() {
        return;
    }
    lines.push(InsightLine::Heading("What would change it"));
    lines.extend(facts.into_iter().map(|fact| match fact {
        Fact::Tip { reason, .. } => {
            let now = story.profile.weight(story.comparison, reason);
            InsightLine::Ruler { reason, now, tip: fact }
        }
        told => InsightLine::Told(told),
    }));
}

fn thoughts(story: &Story<'_>, lines: &mut Vec<InsightLine>) {
    let mut thoughts = story.thoughts().peekable();
    if thoughts.peek().is_none() {
        return;
    }
    let unweighed = story.assessment.verdict == Verdict::Unweighed;
    lines.push(InsightLine::Heading(if unweighed { "Good ones to begin with" } else { "Worth a thought" }));
    lines.extend(thoughts.map(|(reason, moves)| InsightLine::Thought(reason, moves)));
}

fn pairs(story: &Story<'_>, lines: &mut Vec<InsightLine>) {
    let reasons = story.profile.reasons(story.comparison);
    let mut pairs = reasons.iter().filter(|reason| reason.second.is_some()).peekable();
    if pairs.peek().is_some() {
        lines.push(InsightLine::Heading("Two sides of one thing"));
        lines.extend(pairs.map(|reason| InsightLine::Pair(reason.first)));
    }
}
