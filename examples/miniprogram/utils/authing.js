var Authing = require('../authing/authing.js')
const config = require('../config.js')

const authing = new Authing({
  userPoolId: config.userPoolId,
  host: config.host,
  publicKey: config.publicKey || undefined
});

module.exports = authing
