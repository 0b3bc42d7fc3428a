//! All entries of a long list, page by page.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};

use futures_core::Stream;

use crate::types::{List, Page};
use crate::{Error, Operation};

/// An operation that lists a page at a time.
pub trait Paged: Operation<Response = List<Self::Item>> + Clone {
    /// An entry.
    type Item;

    /// Asks for another page.
    fn set_page(&mut self, page: Page);
    /// The id of an entry, which no other entry of the list has.
    fn id(item: &Self::Item) -> &str;
}

/// Implements [`Paged`] for an operation with a field `page`, from the type of an entry and the entry's id:
/// `paged!(ListRoles: Role, |role| &role.code)`.
macro_rules! paged {
    ($Operation:ty: $Item:ty, |$item:ident| $id:expr) => {
        impl $crate::client::Paged for $Operation {
            type Item = $Item;

            fn set_page(&mut self, page: $crate::types::Page) {
                self.page = page;
            }

            fn id($item: &$Item) -> &str {
                $id
            }
        }
    };
}
pub(crate) use paged;

/// The position in a long list: the next page, and the entries of the last page that were not yet returned. No I/O.
struct Pages<O: Paged> {
    operation: O,
    next: Option<Page>,
    buffer: VecDeque<O::Item>,
    /// The number of entries on all pages so far.
    received: usize,
    /// The id of the first entry of the last page.
    first_id: Option<String>,
}

impl<O: Paged> Pages<O> {
    fn of(operation: O, size: u32) -> Self {
        Self { operation, next: Some(Page::new(1, size.max(1))), buffer: VecDeque::new(), received: 0, first_id: None }
    }

    /// The request for a page.
    fn request(&self, page: Page) -> O {
        let mut operation = self.operation.clone();
        operation.set_page(page);
        operation
    }

    /// Takes a page. The last page is the one that completes the service's total, or else the one before an empty page: the number
    /// of its entries is no sign, because a service may leave some out or return fewer than were requested. A page that begins
    /// like the one before comes from a service that returns the same page again, and would never end. An error ends the list.
    fn advance(&mut self, page: Page, outcome: Result<List<O::Item>, Error>) -> Result<(), Error> {
        self.next = None;
        let List { total_count, list } = outcome?;
        let Some(first) = list.first().map(O::id).filter(|&id| self.first_id.as_deref() != Some(id)) else {
            return Ok(());
        };
        self.first_id = Some(first.to_owned());
        self.received += list.len();
        let complete =
            total_count.is_some_and(|total| i64::try_from(self.received).is_ok_and(|received| received >= total));
        if !complete {
            self.next = page.number.checked_add(1).map(|number| Page { number, ..page });
        }
        self.buffer = list.into();
        Ok(())
    }
}

impl<O: Paged> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation: _, next, buffer, received, first_id } = self;
        let mut shown = f.debug_struct("Pages");
        shown.field("next", next).field("buffer", &buffer.len()).field("received", received);
        shown.field("first_id", &first_id.is_some()).finish_non_exhaustive()
    }
}

/// A blocking client that makes this call.
pub trait Caller<O: Operation> {
    #[doc(hidden)]
    fn call_page(&self, operation: O) -> Result<O::Response, Error>;
}

/// An asynchronous client that makes this call.
pub trait AsyncCaller<O: Operation> {
    #[doc(hidden)]
    fn call_page(&self, operation: O) -> Fetching<O::Response>;
}

/// A page on its way.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Fetching<R> = Pin<Box<dyn Future<Output = Result<R, Error>> + Send>>;
#[cfg(target_arch = "wasm32")]
pub(super) type Fetching<R> = Pin<Box<dyn Future<Output = Result<R, Error>>>>;

/// All entries of a list, fetched page by page: an iterator.
pub struct All<C, O: Paged> {
    client: C,
    pages: Pages<O>,
}

impl<C, O: Paged> All<C, O> {
    pub(super) fn new(client: C, operation: O, size: u32) -> Self {
        Self { client, pages: Pages::of(operation, size) }
    }
}

impl<C: Caller<O>, O: Paged> Iterator for All<C, O> {
    type Item = Result<O::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.pages.buffer.is_empty() {
            let page = self.pages.next?;
            if let Err(error) = self.pages.advance(page, self.client.call_page(self.pages.request(page))) {
                return Some(Err(error));
            }
        }
        self.pages.buffer.pop_front().map(Ok)
    }
}

impl<C: fmt::Debug, O: Paged> fmt::Debug for All<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { client, pages } = self;
        f.debug_struct("All").field("client", client).field("pages", pages).finish()
    }
}

/// All entries of a list, fetched page by page: a [`Stream`].
pub struct AllStream<C, O: Paged> {
    client: C,
    pages: Pages<O>,
    fetching: Option<(Page, Fetching<O::Response>)>,
}

impl<C, O: Paged> AllStream<C, O> {
    pub(super) fn new(client: C, operation: O, size: u32) -> Self {
        Self { client, pages: Pages::of(operation, size), fetching: None }
    }
}

// Nothing in it points into itself: the future is boxed.
impl<C, O: Paged> Unpin for AllStream<C, O> {}

impl<C: AsyncCaller<O>, O: Paged> AllStream<C, O> {
    /// The next entry, for a program that does not use `StreamExt`.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error>> {
        std::future::poll_fn(|task| Pin::new(&mut *self).poll_next(task)).await
    }
}

impl<C: AsyncCaller<O>, O: Paged> Stream for AllStream<C, O> {
    type Item = Result<O::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut TaskContext<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.pages.buffer.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            let Some((page, mut fetching)) = self.fetching.take() else {
                let Some(page) = self.pages.next else {
                    return Poll::Ready(None);
                };
                self.fetching = Some((page, self.client.call_page(self.pages.request(page))));
                continue;
            };
            match fetching.as_mut().poll(task) {
                Poll::Pending => {
                    self.fetching = Some((page, fetching));
                    return Poll::Pending;
                }
                Poll::Ready(outcome) => {
                    if let Err(error) = self.pages.advance(page, outcome) {
                        return Poll::Ready(Some(Err(error)));
                    }
                }
            }
        }
    }
}

impl<C, O: Paged> fmt::Debug for AllStream<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AllStream").field("pages", &self.pages).finish_non_exhaustive()
    }
}
