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
    /// What tells an entry from the others.
    fn id(item: &Self::Item) -> &str;
}

/// Where one is in a long list: which page is next, and what is left of the last one. No I/O.
struct Pages<O: Paged> {
    operation: O,
    next: Option<Page>,
    left: VecDeque<O::Item>,
    /// How many entries have come, on all pages.
    come: usize,
    /// With which entry the last page began.
    began: Option<String>,
}

impl<O: Paged> Pages<O> {
    fn of(operation: O, size: u32) -> Self {
        Self { operation, next: Some(Page::new(1, size.max(1))), left: VecDeque::new(), come: 0, began: None }
    }

    /// The request for a page.
    fn request(&self, page: Page) -> O {
        let mut operation = self.operation.clone();
        operation.set_page(page);
        operation
    }

    /// How many entries a page holds says nothing: a service may leave some out, or give fewer at once than it was asked for.
    /// The last page is the one that completes the total, where the service tells it; else the one before an empty page. A
    /// page that begins as the one before comes from a service that does not turn pages, and would never end. Nothing
    /// comes after an error.
    fn turn(&mut self, page: Page, answer: Result<List<O::Item>, Error>) -> Result<(), Error> {
        self.next = None;
        let List { total_count, list } = answer?;
        let Some(first) = list.first().map(O::id).filter(|&id| self.began.as_deref() != Some(id)) else {
            return Ok(());
        };
        self.began = Some(first.to_owned());
        self.come += list.len();
        let complete = total_count.is_some_and(|total| i64::try_from(self.come).is_ok_and(|come| come >= total));
        if !complete {
            self.next = page.number.checked_add(1).map(|number| Page { number, ..page });
        }
        self.left = list.into();
        Ok(())
    }
}

impl<O: Paged> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation: _, next, left, come, began } = self;
        let mut shown = f.debug_struct("Pages");
        shown.field("next", next).field("left", &left.len()).field("come", come);
        shown.field("began", &began.is_some()).finish_non_exhaustive()
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
        while self.pages.left.is_empty() {
            let page = self.pages.next?;
            if let Err(error) = self.pages.turn(page, self.client.call_page(self.pages.request(page))) {
                return Some(Err(error));
            }
        }
        self.pages.left.pop_front().map(Ok)
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
    /// The next entry, for those who have no `StreamExt` at hand.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error>> {
        std::future::poll_fn(|task| Pin::new(&mut *self).poll_next(task)).await
    }
}

impl<C: AsyncCaller<O>, O: Paged> Stream for AllStream<C, O> {
    type Item = Result<O::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut TaskContext<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.pages.left.pop_front() {
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
                Poll::Ready(answer) => {
                    if let Err(error) = self.pages.turn(page, answer) {
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
