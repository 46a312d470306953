//! Lists of places with weights, one after the other: which ways to ask have a term, which spellings a run of letters.

/// A place with a weight of 0.0–1.0, in six bytes: millions of them are kept, and a weight needs no more than its first
/// four digits.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C, packed(2))]
pub(super) struct Weighted {
    place: u32,
    weight: u16,
}

impl Weighted {
    const WHOLE: f32 = u16::MAX as f32;
    /// What one stands for in a raw weight.
    pub(super) const RAW: f32 = 1.0 / Self::WHOLE;

    pub(super) fn new(place: u32, weight: f32) -> Self {
        Self { place, weight: (weight * Self::WHOLE + 0.5) as u16 }
    }

    /// Which term, or which of those that have it.
    pub(super) fn place(self) -> u32 {
        self.place
    }

    pub(super) fn weight(self) -> f32 {
        self.raw_weight() * Self::RAW
    }

    /// The weight as it is kept, to be multiplied by [`Self::RAW`] when many are summed up.
    pub(super) fn raw_weight(self) -> f32 {
        f32::from(self.weight)
    }
}

/// A list for each of some places.
#[derive(Debug)]
pub(super) struct Postings {
    all: Vec<Weighted>,
    /// Where each list ends; the next one begins there.
    ends: Vec<u32>,
}

impl Postings {
    /// The lists as they are given.
    pub(super) fn of(lists: impl Iterator<Item = Vec<Weighted>>) -> Self {
        let mut all = Vec::new();
        let ends = lists.map(|list| {
            all.extend(list);
            all.len() as u32
        });
        let ends = ends.collect();
        Self { all, ends }
    }

    /// For each of `count` places that stand in some lists, the lists in which it stands, ascending.
    pub(super) fn inverted<'a>(lists: impl Iterator<Item = &'a [Weighted]> + Clone, count: usize) -> Self {
        let mut ends = vec![0_u32; count];
        lists.clone().flatten().for_each(|term| ends[term.place() as usize] += 1);
        let mut total = 0;
        for end in &mut ends {
            total += *end;
            // For now each end is a beginning, which moves as places are taken.
            *end = total - *end;
        }
        let mut all = vec![Weighted::default(); total as usize];
        for (number, list) in (0..).zip(lists) {
            for term in list {
                let place = &mut ends[term.place() as usize];
                all[*place as usize] = Weighted::new(number, term.weight());
                *place += 1;
            }
        }
        Self { all, ends }
    }

    /// The list of a place.
    pub(super) fn list(&self, place: u32) -> &[Weighted] {
        let start = if place == 0 { 0 } else { self.ends[place as usize - 1] };
        &self.all[start as usize..self.ends[place as usize] as usize]
    }

    /// Every list in turn.
    pub(super) fn lists(&self) -> impl Iterator<Item = &[Weighted]> + Clone {
        (0..self.ends.len() as u32).map(|place| self.list(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_and_its_weight_take_six_bytes_and_come_back() {
        assert_eq!(size_of::<Weighted>(), 6);
        for weight in [0.0, 0.001, 0.2_f32.sqrt(), 1.0] {
            let weighted = Weighted::new(70_000, weight);
            assert_eq!(weighted.place(), 70_000);
            assert!((weighted.weight() - weight).abs() < 1e-5, "{weight}");
        }
    }

    #[test]
    fn inverted_lists_tell_for_each_place_who_has_it() {
        let lists = [vec![(0, 0.5), (2, 0.25)], vec![], vec![(2, 1.0)]];
        let lists =
            lists.map(|list| list.into_iter().map(|(place, weight)| Weighted::new(place, weight)).collect());
        let inverted = Postings::inverted(Postings::of(lists.into_iter()).lists(), 4);
        let places = |place| inverted.list(place).iter().map(|term| term.place()).collect::<Vec<u32>>();
        assert_eq!([places(0), places(1), places(2), places(3)], [vec![0], vec![], vec![0, 2], vec![]]);
        assert!((inverted.list(2)[1].weight() - 1.0).abs() < 1e-5);
    }
}
