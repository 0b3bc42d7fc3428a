//! All users, page by page.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};

use futures_core::Stream;

use crate::management::ListUsers;
use crate::principal::Owner;
use crate::transport::{AsyncTransport, Transport};
use crate::types::{List, Page, User};
use crate::{AsyncClient, Client, Error, UserId};

/// Where one is in a long list: which page is next, and what is left of the last one. No I/O.
#[derive(Debug)]
struct Pages {
    next: Option<Page>,
    left: VecDeque<User>,
    /// How many users have come, on all pages.
    come: usize,
    /// With whom the last page began.
    began: Option<UserId>,
}

impl Pages {
    fn of(size: u32) -> Self {
        Self { next: Some(Page::new(1, size.max(1))), left: VecDeque::new(), come: 0, began: None }
    }

    /// How many users a page holds says nothing: a service may leave some out, or give fewer at once than it was asked for.
    /// The last page is the one that completes the total, where the service tells it; else the one before an empty page. A
    /// page that begins as the one before comes from a service that does not turn pages, and would never end. Nothing
    /// comes after an error.
    fn turn(&mut self, page: Page, answer: Result<List<User>, Error>) -> Result<(), Error> {
        self.next = None;
        let List { total_count, list } = answer?;
        let Some(first) = list.first().map(|user| &user.id).filter(|&id| self.began.as_ref() != Some(id)) else {
            return Ok(());
        };
        self.began = Some(first.clone());
        self.come += list.len();
        let complete = total_count.is_some_and(|total| i64::try_from(self.come).is_ok_and(|come| come >= total));
        if !complete {
            self.next = page.number.checked_add(1).map(|number| Page { number, ..page });
        }
        self.left = list.into();
        Ok(())
    }
}

/// All users of a pool, fetched page by page: an iterator, made by [`Client::all_users`].
#[derive(Debug)]
pub struct AllUsers<T: ?Sized> {
    client: Client<T, Owner>,
    pages: Pages,
}

impl<T: ?Sized> AllUsers<T> {
    pub(super) fn new(client: Client<T, Owner>, size: u32) -> Self {
        Self { client, pages: Pages::of(size) }
    }
}

impl<T: Transport + ?Sized> Iterator for AllUsers<T> {
    type Item = Result<User, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.pages.left.is_empty() {
            let page = self.pages.next?;
            if let Err(error) = self.pages.turn(page, self.client.users(page)) {
                return Some(Err(error));
            }
        }
        self.pages.left.pop_front().map(Ok)
    }
}

/// All users of a pool, fetched page by page: a [`Stream`], made by [`AsyncClient::all_users`].
pub struct AllUsersStream<T: ?Sized> {
    client: AsyncClient<T, Owner>,
    pages: Pages,
    fetching: Option<(Page, Fetching)>,
}

#[cfg(not(target_arch = "wasm32"))]
type Fetching = Pin<Box<dyn Future<Output = Result<List<User>, Error>> + Send>>;
#[cfg(target_arch = "wasm32")]
type Fetching = Pin<Box<dyn Future<Output = Result<List<User>, Error>>>>;

impl<T: AsyncTransport + ?Sized + 'static> AllUsersStream<T> {
    pub(super) fn new(client: AsyncClient<T, Owner>, size: u32) -> Self {
        Self { client, pages: Pages::of(size), fetching: None }
    }

    /// The next user, for those who have no `StreamExt` at hand.
    pub async fn next(&mut self) -> Option<Result<User, Error>> {
        std::future::poll_fn(|task| Pin::new(&mut *self).poll_next(task)).await
    }

    fn fetch(client: AsyncClient<T, Owner>, page: Page) -> Fetching {
        Box::pin(async move { client.call(ListUsers::new(page)).await })
    }
}

impl<T: AsyncTransport + ?Sized + 'static> Stream for AllUsersStream<T> {
    type Item = Result<User, Error>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut TaskContext<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(user) = self.pages.left.pop_front() {
                return Poll::Ready(Some(Ok(user)));
            }
            let Some((page, mut fetching)) = self.fetching.take() else {
                let Some(page) = self.pages.next else {
                    return Poll::Ready(None);
                };
                self.fetching = Some((page, Self::fetch(self.client.clone(), page)));
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

impl<T: ?Sized> std::fmt::Debug for AllUsersStream<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AllUsersStream").field("pages", &self.pages).finish_non_exhaustive()
    }
}
