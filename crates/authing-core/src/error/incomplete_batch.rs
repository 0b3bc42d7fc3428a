//! The error of a batch that was done in part.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::Error;

/// What is known of a batch that was cut into several calls, one of which failed. The calls are made in order, so the counts are
/// places in the caller's list: first the values that were done, then those that failed, then those that were not sent.
///
/// ```
/// # fn example(client: &authing_core::ManagementClient, people: Vec<authing_core::v3::management::NewUser>) -> Result<(), authing_core::Error> {
/// use authing_core::Error;
/// use authing_core::v3::types::User;
///
/// match client.create_users_batch(people.clone()) {
///     Err(Error::Incomplete(batch)) => {
///         let created = batch.response::<Vec<User>>().map_or(0, Vec::len);
///         println!("{created} created; then: {}", batch.error);
///         client.create_users_batch(people[batch.done + batch.failed..].to_vec())?;
///     }
///     result => println!("{} created", result?.len()),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct IncompleteBatch {
    /// The number of values in the calls that succeeded.
    pub done: usize,
    /// The number of values in the call that failed. A transport error does not say whether the service did them.
    pub failed: usize,
    /// The number of values that no request carried.
    pub unsent: usize,
    /// The error of the call that failed.
    pub error: Error,
    response: Arc<dyn Any + Send + Sync>,
}

impl IncompleteBatch {
    pub(crate) fn new<R: Any + Send + Sync>([done, failed, unsent]: [usize; 3], error: Error, response: R) -> Self {
        Self { done, failed, unsent, error, response: Arc::new(response) }
    }

    /// The joined responses of the calls that succeeded. `R` is the response of the client's method: `Vec<User>` of
    /// `create_users_batch`. `None` if it is another type.
    pub fn response<R: 'static>(&self) -> Option<&R> {
        self.response.downcast_ref()
    }
}

impl fmt::Display for IncompleteBatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { done, failed, unsent, error, response: _ } = self;
        write!(f, "{error}; of the batch {done} were done before, {failed} failed, {unsent} were not sent")
    }
}

impl fmt::Debug for IncompleteBatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The response is personal.
        let Self { done, failed, unsent, error, response: _ } = self;
        f.debug_struct("IncompleteBatch")
            .field("done", done)
            .field("failed", failed)
            .field("unsent", unsent)
            .field("error", error)
            .finish_non_exhaustive()
    }
}
