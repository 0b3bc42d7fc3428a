//! The cache of the provider's metadata.

use std::sync::Arc;
use std::time::Duration;

use super::ProviderMetadata;
use crate::time::Timestamp;

/// The metadata, and the time of their fetch.
#[derive(Clone)]
pub(super) struct Discovered {
    pub(super) metadata: Arc<ProviderMetadata>,
    fetched: Timestamp,
}

/// The time for which the metadata are kept.
const TERM: Duration = Duration::from_secs(3600);

impl Discovered {
    pub(super) fn new(metadata: ProviderMetadata, now: Timestamp) -> Self {
        Self { metadata: Arc::new(metadata), fetched: now }
    }

    pub(super) fn is_usable(&self, now: Timestamp) -> bool {
        now.is_within(self.fetched, TERM)
    }
}
