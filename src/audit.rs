//! Whether what a decision record chose leads by the record's own reasons.
//!
//! Every reason counts once, as Franklin struck them out: what speaks for an option less what speaks against it. Nobody's
//! weights are in a record, so what the choice needs is told as reasons that would have to weigh twice as much as the others.

use crate::import::{Count, Tally};

/// What a record's own reasons say of its choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The chosen option is ahead of every other one.
    Leads {
        /// By how many reasons.
        by: usize,
        /// The first of those that come next.
        next: usize,
    },
    /// It is level with another one, and none is ahead of it.
    Ties {
        /// The first of those that are level with it.
        with: usize,
        /// What would make it lead.
        needs: Option<Needs>,
    },
    /// Another one is ahead of it.
    Trails {
        /// By how many reasons.
        by: usize,
        /// The first of those that are ahead of all others.
        behind: usize,
        /// What would make it lead.
        needs: Option<Needs>,
    },
    /// Nothing is said for or against what was chosen.
    Unargued,
    /// The record says what it chose, and that is none of its options.
    Unknown,
    /// The record does not say what it chose.
    Open,
}

/// The fewest reasons that would have to weigh twice as much as the others for an option to lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// How many of its own pros. They are all alike, so it may be any of them.
    pub pros: usize,
    /// How many of the cons of others: an option and a number of its cons.
    pub cons: Vec<(usize, usize)>,
}

impl Needs {
    /// How many reasons in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pros + self.cons.iter().map(|(_, count)| count).sum::<usize>()
    }
}

/// What the record's own reasons say of its choice.
#[must_use]
pub fn finding(tally: &Tally) -> Finding {
    let Some(chosen) = tally.chosen else {
        return if tally.decided.is_some() { Finding::Unknown } else { Finding::Open };
    };
    let lead = |other: usize| net(&tally.options[chosen]) - net(&tally.options[other]);
    if tally.options[chosen].pros.is_empty() && tally.options[chosen].cons.is_empty() {
        return Finding::Unargued;
    }
    // The first of those over which the lead is smallest.
    let Some(next) = others(tally, chosen).min_by_key(|other| lead(*other)) else { return Finding::Open };
    let by = lead(next).unsigned_abs();
    match lead(next) {
        1.. => Finding::Leads { by, next },
        0 => Finding::Ties { with: next, needs: needs(tally, chosen) },
        ..0 => Finding::Trails { by, behind: next, needs: needs(tally, chosen) },
    }
}

/// What speaks for an option less what speaks against it.
#[must_use]
pub fn net(count: &Count) -> isize {
    // A list never has more than isize::MAX items.
    count.pros.len().cast_signed() - count.cons.len().cast_signed()
}

fn others(tally: &Tally, chosen: usize) -> impl Iterator<Item = usize> {
    (0..tally.options.len()).filter(move |other| *other != chosen)
}

/// The fewest reasons that would have to weigh twice as much; none if even all of them would not do.
fn needs(tally: &Tally, chosen: usize) -> Option<Needs> {
    let most = tally.options[chosen].pros.len();
    let with = |pros: usize| {
        let mut cons = Vec::new();
        for other in others(tally, chosen) {
            let behind = net(&tally.options[other]) - net(&tally.options[chosen]);
            // One more than level, less what its own pros do against all of them at once.
            let missing = usize::try_from(behind + 1 - pros.cast_signed()).unwrap_or(0);
            if missing > tally.options[other].cons.len() {
                return None;
            }
            cons.extend((missing > 0).then_some((other, missing)));
        }
        Some(Needs { pros, cons })
    };
    // Of ways that need as few, the one with most pros of its own says most.
    (0..=most).rev().filter_map(with).min_by_key(Needs::count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::safe_text::SafeText;

    fn tally(options: &[(usize, usize)], chosen: Option<usize>) -> Tally {
        let titles = |count: usize| (0..count).map(|i| SafeText::line(&i.to_string())).collect();
        let option = |(i, (pros, cons)): (usize, &(usize, usize))| Count {
            name: SafeText::line(&i.to_string()),
            pros: titles(*pros),
            cons: titles(*cons),
        };
        let options = options.iter().enumerate().map(option).collect();
        Tally { title: SafeText::default(), options, chosen, decided: None, uncounted: 0 }
    }

    #[test]
    fn what_leads_ties_and_trails() {
        assert_eq!(finding(&tally(&[(3, 1), (1, 0)], Some(0))), Finding::Leads { by: 1, next: 1 });
        let one = Some(Needs { pros: 1, cons: Vec::new() });
        assert_eq!(finding(&tally(&[(1, 0), (1, 0)], Some(0))), Finding::Ties { with: 1, needs: one });
        let three = Some(Needs { pros: 2, cons: vec![(1, 1)] });
        let trails = Finding::Trails { by: 2, behind: 1, needs: three };
        assert_eq!(finding(&tally(&[(2, 1), (4, 1), (0, 0)], Some(0))), trails);
        let never = Finding::Trails { by: 3, behind: 1, needs: None };
        assert_eq!(finding(&tally(&[(1, 1), (3, 0)], Some(0))), never);
        assert_eq!(finding(&tally(&[(1, 1), (3, 0)], None)), Finding::Open);
        assert_eq!(finding(&tally(&[(0, 0), (3, 0)], Some(0))), Finding::Unargued);
    }

    /// All ways to weigh some reasons twice, tried.
    #[test]
    fn fewest_is_fewest() {
        let lists = [(0, 0), (1, 0), (0, 2), (2, 1), (3, 3), (1, 2)];
        for a in lists {
            for b in lists {
                for c in lists {
                    let tally = tally(&[a, b, c], Some(0));
                    let found = needs(&tally, 0).map(|needs| needs.count());
                    let mut fewest = None;
                    for pros in 0..=a.0 {
                        for against_b in 0..=b.1 {
                            for against_c in 0..=c.1 {
                                let own = net(&tally.options[0]) + pros.cast_signed();
                                let leads = own > net(&tally.options[1]) - against_b.cast_signed()
                                    && own > net(&tally.options[2]) - against_c.cast_signed();
                                let count = pros + against_b + against_c;
                                if leads && fewest.is_none_or(|fewest| count < fewest) {
                                    fewest = Some(count);
                                }
                            }
                        }
                    }
                    assert_eq!(found, fewest, "{a:?} {b:?} {c:?}");
                }
            }
        }
    }
}
