// Where the service is, and who asks. In development that is the emulator: start it, and paste the key that it prints.
module.exports = {
  userPoolId: '5e05bbf2d51b3761d5c71070',

  // For the real service, take these two lines away.
  host: 'http://127.0.0.1:5510',
  publicKey: '',

  // The account of the first step.
  email: 'somebody@example.com',
  password: 'a password',
}
