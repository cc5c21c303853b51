//! The exact distribution of a net score whose weights are uncertain.

/// The probability of each value of a net score, in whole units.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    /// The lowest value.
    least: i64,
    /// The probability of `least`, of `least + 1`, and so on; they sum to 1.
    masses: Vec<f64>,
    /// The probability of a value up to `least`, up to `least + 1`, and so on.
    up_to: Vec<f64>,
}

/// One uncertain summand: `step` times a whole number that is uniform on `low..=high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Summand {
    /// Units for each point; negative for what speaks against.
    pub(super) step: i64,
    /// The lowest weight in points.
    pub(super) low: i64,
    /// The highest weight in points.
    pub(super) high: i64,
}

impl Distribution {
    /// The distribution of a sum of independent summands.
    ///
    /// Each summand spreads what is there over its equally likely values. Only positive numbers are added,
    /// so nothing cancels and the rounding error stays near 1e-16 for each summand.
    pub(super) fn of_sum(summands: impl Iterator<Item = Summand>) -> Self {
        let mut least = 0;
        let mut masses = vec![1.0];
        let mut spread = Vec::new();
        for Summand { step, low, high } in summands {
            least += (step * low).min(step * high);
            let copies = index(high - low) + 1;
            if copies == 1 {
                continue;
            }
            let step = index(step.abs());
            spread.clear();
            spread.resize(masses.len() + (copies - 1) * step, 0.0);
            for copy in 0..copies {
                for (to, from) in spread[copy * step..].iter_mut().zip(&masses) {
                    *to += from;
                }
            }
            let scale = 1.0 / crate::decision::as_f64(high - low + 1);
            for mass in &mut spread {
                *mass *= scale;
            }
            std::mem::swap(&mut masses, &mut spread);
        }
        let up_to = masses
            .iter()
            .scan(0.0, |sum, mass| {
                *sum += mass;
                Some(*sum)
            })
            .collect();
        Self { least, masses, up_to }
    }

    /// The probability that a value drawn from this distribution is above one drawn from each of `rivals`.
    pub(super) fn above_all(&self, rivals: &[&Self]) -> f64 {
        let mut sum = 0.0;
        for (value, mass) in (self.least..).zip(&self.masses) {
            sum += rivals.iter().fold(*mass, |product, rival| product * rival.below(value));
        }
        sum.clamp(0.0, 1.0)
    }

    /// The probability of a value below `value`.
    fn below(&self, value: i64) -> f64 {
        match usize::try_from(value - 1 - self.least) {
            Err(_) => 0.0,
            Ok(at) => self.up_to.get(at).copied().unwrap_or(1.0),
        }
    }
}

/// A distance between two values, never negative.
fn index(distance: i64) -> usize {
    usize::try_from(distance).unwrap_or(0)
}
