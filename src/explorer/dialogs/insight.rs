//! The insight view: everything behind the answer, as lines. From a line about a claim one can go there.

use crate::comparison::ClaimId;
use crate::decision::{LeadHistogram, Speaker};
use crate::explorer::{Cursor, Explorer, Extent, Layer, Motion};
use crate::story;
use crate::weight::Weight;

/// The most bins of the histogram.
const MOST_BINS: usize = 72;

/// How many claims worth thinking about are listed.
const MOST_THOUGHTS: usize = 3;

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
    /// The recommendation.
    Answer(String),
    /// A heading, with an empty line above it.
    Heading(String),
    /// A sentence.
    Text(String),
    /// The distribution of the lead; drawn in several rows.
    Lead(LeadHistogram),
    /// What one claim adds to the leader's case or takes from it.
    Contribution {
        /// The claim.
        claim: ClaimId,
        /// Its weight in points; negative if it speaks against the leader.
        value: f64,
        /// The part of it, 0 to 1, that the other side cancels.
        cancelled: f64,
        /// The largest weight of all contributions, in points.
        largest: f64,
    },
    /// Where a claim's weight is and where the answer tips.
    Tipping {
        /// The claim.
        claim: ClaimId,
        /// Its point value now.
        now: u8,
        /// The weights that it may have now.
        interval: (u8, u8),
        /// The nearest weight at which another alternative leads.
        tips_at: u8,
    },
    /// A claim whose criterion is argued on both sides, and the claims that mirror it.
    Mirrored {
        /// The claim.
        claim: ClaimId,
        /// Its mirrors.
        mirrors: Vec<ClaimId>,
    },
    /// A claim that is worth thinking about.
    Thought {
        /// The claim.
        claim: ClaimId,
        /// By how much the leader's chance depends on it, 0 to 1.
        influence: f64,
    },
}

impl InsightLine {
    /// Whether the keys stop at it: at all but headings.
    #[must_use]
    pub fn is_selectable(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }

    /// The claim that the line is about.
    #[must_use]
    pub fn claim(&self) -> Option<ClaimId> {
        match self {
            Self::Answer(_) | Self::Heading(_) | Self::Text(_) | Self::Lead(_) => None,
            Self::Contribution { claim, .. }
            | Self::Tipping { claim, .. }
            | Self::Mirrored { claim, .. }
            | Self::Thought { claim, .. } => Some(*claim),
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

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, extent: Extent) {
        let last = self.selectable().count().saturating_sub(1);
        self.at = motion.along(self.at, last, extent);
    }

    fn selectable(&self) -> impl Iterator<Item = &InsightLine> {
        self.lines.iter().filter(|line| line.is_selectable())
    }

    /// Goes to the claim of the chosen line.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) {
        let claim = self.selectable().nth(self.at).and_then(InsightLine::claim);
        match claim {
            Some(claim) => explorer.cursor = Cursor::at(&explorer.comparison, claim),
            None => explorer.layer = Layer::Insight(self),
        }
    }
}

impl Explorer {
    pub(in crate::explorer) fn show_insight(&mut self) {
        self.layer = Layer::Insight(Insight { lines: lines(self), at: 0 });
    }

    /// Works the lines out anew if they are on screen.
    pub(in crate::explorer) fn refresh_insight(&mut self) {
        if let Layer::Insight(Insight { at, .. }) = self.layer {
            let lines = lines(self);
            let last = lines.iter().filter(|line| line.is_selectable()).count().saturating_sub(1);
            self.layer = Layer::Insight(Insight { lines, at: at.min(last) });
        }
    }
}

/// All lines of the insight view.
fn lines(explorer: &Explorer) -> Vec<InsightLine> {
    let mut lines = Vec::new();
    let answer = story::answer(explorer.comparison(), explorer.assessment());
    lines.push(InsightLine::Answer(format!("{}{}", answer.verdict, answer.rest)));
    let remarks = story::remarks(explorer.comparison(), explorer.assessment());
    lines.extend(remarks.into_iter().map(InsightLine::Text));
    lead(explorer, &mut lines);
    contributions(explorer, &mut lines);
    tipping_points(explorer, &mut lines);
    thoughts(explorer, &mut lines);
    criteria(explorer, &mut lines);
    lines
}

fn lead(explorer: &Explorer, lines: &mut Vec<InsightLine>) {
    let comparison = explorer.comparison();
    let Some(histogram) = LeadHistogram::new(explorer.assessment(), MOST_BINS) else { return };
    lines.push(InsightLine::Heading("How far ahead".to_owned()));
    lines.push(InsightLine::Text(story::lead(comparison, explorer.assessment())));
    lines.push(InsightLine::Lead(histogram));
}

fn contributions(explorer: &Explorer, lines: &mut Vec<InsightLine>) {
    let (comparison, assessment) = (explorer.comparison(), explorer.assessment());
    let why = &assessment.why;
    let (Some(leader), Some(runner_up)) = (assessment.leader, why.runner_up) else { return };
    let value = |speaker: &Speaker| f64::from(u8::try_from(speaker.points).unwrap_or_default());
    let supporting = why.supporters.iter().map(|speaker| (speaker.reason, value(speaker)));
    let opposing = why.opponents.iter().map(|speaker| (speaker.reason, -value(speaker)));
    let mut values: Vec<(ClaimId, f64)> = supporting.chain(opposing).collect();
    values.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let sum = |sign: f64| values.iter().map(|(_, value)| (value * sign).max(0.0)).sum::<f64>();
    let (supporting, opposing) = (sum(1.0), sum(-1.0));
    let largest = values.first().map_or(0.0, |(_, value)| value.abs());
    lines.push(InsightLine::Heading(story::contributions(comparison, leader, runner_up)));
    lines.extend(story::why(comparison, assessment).into_iter().map(InsightLine::Text));
    lines.extend(values.into_iter().map(|(claim, value)| InsightLine::Contribution {
        claim,
        value,
        cancelled: if value > 0.0 { opposing / supporting } else { 1.0 },
        largest,
    }));
}

fn tipping_points(explorer: &Explorer, lines: &mut Vec<InsightLine>) {
    let assessment = explorer.assessment();
    if assessment.leader.is_none() {
        return;
    }
    let profile = explorer.profile();
    let mut tipping: Vec<(ClaimId, Option<Weight>, u8)> = profile
        .reasons(explorer.comparison())
        .iter()
        .filter_map(|reason| {
            let tips_at = assessment[reason.first].tips_at?;
            Some((reason.first, profile.weight_of(reason), tips_at))
        })
        .collect();
    let points = |weight: &Option<Weight>| weight.map_or(Weight::UNSET_POINTS, Weight::points);
    tipping.sort_by_key(|(claim, weight, tips_at)| (points(weight).abs_diff(*tips_at), *claim));
    lines.push(InsightLine::Heading("What would change it".to_owned()));
    lines.extend(story::change(explorer.comparison(), assessment).into_iter().map(InsightLine::Text));
    lines.extend(tipping.into_iter().map(|(claim, weight, tips_at)| {
        let (now, around) = (points(&weight), profile.band.around(weight));
        InsightLine::Tipping { claim, now, interval: (now - around, now + around), tips_at }
    }));
}

fn thoughts(explorer: &Explorer, lines: &mut Vec<InsightLine>) {
    let assessment = explorer.assessment();
    let reasons = explorer.profile().reasons(explorer.comparison());
    let influence = |claim: ClaimId| assessment[claim].influence;
    let mut thoughts: Vec<(ClaimId, f64)> =
        reasons.iter().map(|reason| (reason.first, influence(reason.first))).collect();
    thoughts.retain(|(_, influence)| *influence > 0.0);
    thoughts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    lines.push(InsightLine::Heading("What to think about next".to_owned()));
    lines.push(InsightLine::Text(story::think_next(explorer.comparison(), assessment)));
    let best = thoughts.into_iter().take(MOST_THOUGHTS);
    lines.extend(best.map(|(claim, influence)| InsightLine::Thought { claim, influence }));
}

fn criteria(explorer: &Explorer, lines: &mut Vec<InsightLine>) {
    let (comparison, profile) = (explorer.comparison(), explorer.profile());
    lines.push(InsightLine::Heading("How it counts".to_owned()));
    lines.extend(
        story::counting(comparison, profile, explorer.assessment()).into_iter().map(InsightLine::Text),
    );
    for reason in profile.reasons(comparison).iter().filter(|reason| reason.second.is_some()) {
        lines.push(InsightLine::Mirrored {
            claim: reason.first,
            mirrors: reason.second.into_iter().collect(),
        });
    }
}
