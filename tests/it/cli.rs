//! The command line as a person meets it: a process with arguments, two streams and an exit code.

mod audit;
mod bad_fields;
mod bad_files;
mod bad_ids;
mod bad_places;
mod bad_values;
mod bad_weights;
mod compare;
mod completions;
mod html;
mod imports;
mod json;
mod locale;
mod man;
mod markup;
mod profiles;
mod refusal;
mod reports;
mod stances;
mod strangers;
mod streams;
mod usage;
mod weigh;
