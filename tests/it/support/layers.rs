//! Every layer of the screen, and a way to each.

use touchstone::explorer::Layer;

/// Keys from the start of [`Journey::among_others`](super::journey::Journey::among_others) to a layer.
pub(crate) struct Way {
    pub(crate) layer: &'static str,
    pub(crate) keys: &'static str,
    /// What the layer has on every screen that is drawn.
    pub(crate) says: &'static str,
}

const fn way(layer: &'static str, keys: &'static str, says: &'static str) -> Way {
    Way { layer, keys, says }
}

/// The way to a page that has nothing of what is open.
pub(crate) const FRESH_PAGE: &str = "o ENTER";

/// At least one way to each layer, also to those that say what is wrong.
pub(crate) const WAYS: [Way; 38] = [
    way("panes", "9 !", "Handmade"),
    way("help", "?", " Keys and signs "),
    way("insight", "9 i", " Insight "),
    way("choice", "w", " Ask me "),
    way("ranking", "w ENTER", " Ask me "),
    way("ranking", "w ENTER ENTER", " Ask me "),
    way("question", "w ENTER d", " Ask me "),
    way("choice", "w ENTER ENTER d", " Ask me "),
    way("choice", "w ENTER ENTER ESC", " Ask me "),
    way("choice", "w ENTER ENTER d ENTER 0 0 0 0 0 0 0 0 0", " Ask me "),
    way("ending", "w ENTER ENTER d DOWN ENTER", " Ask me "),
    way("deciding", "w ENTER ENTER d DOWN ENTER d", " Decided "),
    way("deciding", "9 i d", " Decided "),
    way("explaining", "9 i d ENTER", "Because"),
    way("explaining", "9 i d ENTER 'warm' ENTER d ENTER", "warm"),
    way("single", "ENTER", " Ask me "),
    way("profiles", "p", " Profiles "),
    way("profiles", "p END ENTER", " Profiles "),
    way("typing", "S", "Save what you weighed as"),
    way("typing", "S CTRL-U ENTER", "name"),
    way("typing", "p r", "Rename mine"),
    way("typing", "n", "Your note on"),
    way("typing", "t", "What is to be decided"),
    way("typing", FRESH_PAGE, "What do you want to decide?"),
    way("finding", "/ 'qual'", " of "),
    way("finding", "? / 'undo'", " Keys and signs "),
    way("adding", "a", "Something for"),
    way("editing", "e", " Title "),
    way("sides", "e DOWN DOWN ENTER", "Nothing"),
    way("alternatives", "A", "choose from"),
    way("files", "o", " Open "),
    way("typing", "p r CTRL-U 'yours' ENTER", "mine was changed by"),
    way("deleting", "p d", "Delete the profile mine?"),
    way("replacing", "S CTRL-U 'yours' ENTER", "There is a profile yours already"),
    way("conflict", "3 s", "changed elsewhere"),
    way("leaving", "3 q", " Unsaved "),
    way("company", "c", "Side by side"),
    way("trial", "9 i DOWN DOWN DOWN DOWN DOWN DOWN ENTER", "keep it"),
];

/// The layers by name. A new one does not compile until it is here, and fails until there is a way to it.
macro_rules! layers {
    ($($layer:pat => $name:literal,)*) => {
        /// The names of all layers.
        pub(crate) const LAYERS: &[&str] = &[$($name),*];

        /// The name of a layer.
        pub(crate) fn name_of(layer: &Layer) -> &'static str {
            match layer {
                $($layer => $name,)*
            }
        }
    };
}

layers! {
    Layer::Panes => "panes",
    Layer::Help(_) => "help",
    Layer::Insight(_) => "insight",
    Layer::Ranking(_) => "ranking",
    Layer::Question(_) => "question",
    Layer::Choice(_) => "choice",
    Layer::Ending(_) => "ending",
    Layer::Deciding(_) => "deciding",
    Layer::Explaining(_) => "explaining",
    Layer::Single(_) => "single",
    Layer::Profiles(_) => "profiles",
    Layer::Company(_) => "company",
    Layer::Typing(_) => "typing",
    Layer::Finding(_) => "finding",
    Layer::Adding(_) => "adding",
    Layer::Pasting(_) => "pasting",
    Layer::Editing(_) => "editing",
    Layer::Sides(_) => "sides",
    Layer::Alternatives(_) => "alternatives",
    Layer::Files(_) => "files",
    Layer::Deleting(_) => "deleting",
    Layer::Replacing(_) => "replacing",
    Layer::Conflict(_) => "conflict",
    Layer::Leaving(_) => "leaving",
    Layer::Trial(_) => "trial",
}

#[test]
fn there_is_a_way_to_every_layer() {
    // No key leads to what asks about a paste.
    for layer in LAYERS.iter().filter(|layer| **layer != "pasting") {
        assert!(WAYS.iter().any(|way| way.layer == *layer), "no way leads to {layer}");
    }
}
