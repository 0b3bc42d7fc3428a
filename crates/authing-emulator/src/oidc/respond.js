// Sends an authorization response on: a form to the application, or a message to the window that opened this one.

document.querySelector('form')?.submit();

const message = document.querySelector('[data-target]');
if (message !== null) {
  const response = Object.fromEntries([...message.children].map((part) => [part.dataset.name, part.value]));
  const application = window.opener ?? window.parent;
  application.postMessage({ type: 'authorization_response', response }, message.dataset.target);
}
