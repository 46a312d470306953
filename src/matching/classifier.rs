//! Linear support vector machines, kept as weights of the examples, so that a question's similarities to
//! the indexed ways to ask are all that is needed to judge it.
//!
//! L2-regularised squared hinge loss, solved by dual coordinate descent (Hsieh et al., "A Dual Coordinate
//! Descent Method for Large-scale Linear SVM", ICML 2008).

use super::encoder::Meaning;
use super::features::{Example, Sum, dot_meaning};
use super::tuning::{Effort, VIOLATION_PENALTY};

/// A trained classifier: how far a question lies on the side of its topic.
#[derive(Debug)]
pub(super) struct Classifier {
    /// Example and signed weight.
    support: Vec<(u32, f32)>,
    /// The same weights times the examples' meanings, summed up.
    meaning: Meaning,
    bias: f32,
}

impl Classifier {
    /// Trains on `(example, is of the topic)`; `scratch` is zero and left so.
    pub(super) fn train<'a>(
        examples: &[(u32, bool)],
        example_of: impl Fn(u32) -> Example<'a>,
        Effort { passes, full_passes, .. }: Effort,
        scratch: &mut Sum,
    ) -> Self {
        let diagonal = 0.5 / VIOLATION_PENALTY;
        let mut weights = vec![0.0_f32; examples.len()];
        let mut bias = 0.0_f32;
        for pass in 0..passes {
            for at in scattered(examples.len(), pass) {
                if pass >= full_passes && weights[at] == 0.0 {
                    continue;
                }
                let (example, positive) = &examples[at];
                let example = example_of(*example);
                let sign = if *positive { 1.0 } else { -1.0 };
                let gradient = sign * (scratch.dot(example) + bias) - 1.0 + diagonal * weights[at];
                let updated = (weights[at] - gradient / (1.0 + example.vector.square + diagonal)).max(0.0);
                let step = sign * (updated - weights[at]);
                if step != 0.0 {
                    weights[at] = updated;
                    bias += step;
                    scratch.add(example, step);
                }
            }
        }
        let meaning = scratch.meaning();
        scratch.clear(examples.iter().map(|(example, _)| example_of(*example)));
        let support = examples.iter().zip(weights).filter(|(_, weight)| *weight > 0.0);
        let signed = |positive: bool, weight: f32| if positive { weight } else { -weight };
        Self {
            support: support.map(|((e, positive), w)| (*e, signed(*positive, w))).collect(),
            meaning,
            bias,
        }
    }

    /// The margin of a question, from what its terms have in common with every example and from its meaning:
    /// about 1 on the topic, −1 off it.
    pub(super) fn margin(&self, in_common: &[f32], meaning: &Meaning) -> f32 {
        let of_terms: f32 =
            self.support.iter().map(|(example, weight)| weight * in_common[*example as usize]).sum();
        of_terms + dot_meaning(&self.meaning, meaning) + self.bias
    }
}

/// Every number below `count` once, neighbours far apart and in another order each pass: coordinate descent
/// converges slowly where like examples follow one another, and a random order would not be repeatable.
fn scattered(count: usize, pass: usize) -> impl Iterator<Item = usize> {
    const STRIDES: [usize; 4] = [7919, 6101, 4057, 9973];
    let stride = (0..)
        .map(|next| STRIDES[pass % STRIDES.len()] + pass + next)
        .find(|stride| coprime(*stride, count.max(1)));
    let stride = stride.unwrap_or(1);
    (0..count).map(move |at| (at * stride + pass) % count)
}

fn coprime(a: usize, b: usize) -> bool {
    if b == 0 { a == 1 } else { coprime(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::scattered;

    /// With nothing to train on, this once never ended.
    #[test]
    fn every_example_is_visited_once_however_few_there_are() {
        for count in [0, 1, 2, 3, 60, 7919] {
            let mut visited: Vec<usize> = scattered(count, 3).collect();
            visited.sort_unstable();
            assert_eq!(visited, (0..count).collect::<Vec<_>>());
        }
    }
}
