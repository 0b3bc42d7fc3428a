//! The clients' methods that go through a whole list: `all_users` of a pool's owner, and `all` of an administrator.

use super::pages::Fetching;
use super::{All, AllStream, AsyncCaller, Caller, Paged};
use crate::management::ListUsers;
use crate::principal::{Owner, needs};
use crate::transport::{AsyncTransport, Transport};
use crate::types::{List, User};
use crate::v3::types::MAX_PAGE_SIZE;
use crate::{AsyncClient, AsyncManagementClient, Client, Error, ManagementClient, Operation};

/// All users of a pool, fetched page by page: an iterator, made by [`Client::all_users`].
pub type AllUsers<T> = All<Client<T, Owner>, ListUsers>;

/// All users of a pool, fetched page by page: a [`Stream`](futures_core::Stream), made by [`AsyncClient::all_users`].
pub type AllUsersStream<T> = AllStream<AsyncClient<T, Owner>, ListUsers>;

/// # Management: all users
impl<T: Transport + ?Sized> Client<T, Owner> {
    /// Iterates over all users of the pool. It fetches a page of `size` users when the page before it is used up, and ends at the
    /// service's total, at an empty page, or after an error.
    ///
    /// # Errors
    ///
    /// An item is an error if its page could not be fetched: those of [`users`](Self::users).
    ///
    /// ```
    /// # use authing_core::{Client, Error, Owner, transport::Transport};
    /// # fn example(client: &Client<impl Transport, Owner>) -> Result<(), Error> {
    /// for user in client.all_users(50) {
    ///     println!("{:?}", user?.nickname);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn all_users(&self, size: u32) -> AllUsers<T> {
        AllUsers::new(self.clone(), ListUsers::default(), size)
    }
}

/// # Management: all users
impl<T: AsyncTransport + ?Sized + 'static> AsyncClient<T, Owner> {
    /// A stream of all users of the pool. It fetches a page of `size` users when the page before it is used up, and ends at the
    /// service's total, at an empty page, or after an error.
    ///
    /// # Errors
    ///
    /// An item is an error if its page could not be fetched: those of [`users`](Self::users).
    ///
    /// ```
    /// # use authing_core::{AsyncClient, Error, Owner, transport::AsyncTransport};
    /// # async fn example(client: &AsyncClient<impl AsyncTransport + 'static, Owner>) -> Result<(), Error> {
    /// let mut users = client.all_users(50);
    /// while let Some(user) = users.next().await {
    ///     println!("{:?}", user?.nickname);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn all_users(&self, size: u32) -> AllUsersStream<T> {
        AllUsersStream::new(self.clone(), ListUsers::default(), size)
    }
}

/// # Management: whole lists
impl<T: Transport + ?Sized> ManagementClient<T> {
    /// Iterates over all entries of a list. It fetches a page of 50 when the page before it is used up, and ends at the service's total,
    /// at an empty page, or after an error.
    ///
    /// # Errors
    ///
    /// An item is an error if its page could not be fetched: those of the operation.
    ///
    /// ```
    /// # use authing_core::{Error, ManagementClient, transport::Transport};
    /// # use authing_core::v3::management::ListUsers;
    /// # fn example(client: &ManagementClient<impl Transport>) -> Result<(), Error> {
    /// for user in client.all(ListUsers::default()) {
    ///     println!("{:?}", user?.nickname);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn all<O: Paged<Needs = needs::Administrator>>(&self, operation: O) -> All<Self, O> {
        All::new(self.clone(), operation, MAX_PAGE_SIZE)
    }
}

/// # Management: whole lists
impl<T: AsyncTransport + ?Sized> AsyncManagementClient<T> {
    /// A stream of all entries of a list. It fetches a page of 50 when the page before it is used up, and ends at the service's total, at
    /// an empty page, or after an error.
    ///
    /// # Errors
    ///
    /// An item is an error if its page could not be fetched: those of the operation.
    ///
    /// ```
    /// # use authing_core::{AsyncManagementClient, Error, transport::AsyncTransport};
    /// # use authing_core::v3::management::ListUsers;
    /// # async fn example(client: &AsyncManagementClient<impl AsyncTransport + 'static>) -> Result<(), Error> {
    /// let mut users = client.all(ListUsers::default());
    /// while let Some(user) = users.next().await {
    ///     println!("{:?}", user?.nickname);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn all<O: Paged<Needs = needs::Administrator>>(&self, operation: O) -> AllStream<Self, O> {
        AllStream::new(self.clone(), operation, MAX_PAGE_SIZE)
    }
}

impl<T: Transport + ?Sized> Caller<ListUsers> for Client<T, Owner> {
    fn call_page(&self, operation: ListUsers) -> Result<List<User>, Error> {
        self.call(operation)
    }
}

impl<T: AsyncTransport + ?Sized + 'static> AsyncCaller<ListUsers> for AsyncClient<T, Owner> {
    fn call_page(&self, operation: ListUsers) -> Fetching<List<User>> {
        let client = self.clone();
        Box::pin(async move { client.call(operation).await })
    }
}

impl<T, O> Caller<O> for ManagementClient<T>
where
    T: Transport + ?Sized,
    O: Operation<Needs = needs::Administrator>,
{
    fn call_page(&self, operation: O) -> Result<O::Response, Error> {
        self.call(operation)
    }
}

impl<T, O> AsyncCaller<O> for AsyncManagementClient<T>
where
    T: AsyncTransport + ?Sized + 'static,
    O: Operation<Needs = needs::Administrator, Response: Send> + Send + Sync + 'static,
{
    fn call_page(&self, operation: O) -> Fetching<O::Response> {
        let client = self.clone();
        Box::pin(async move { client.call(operation).await })
    }
}
