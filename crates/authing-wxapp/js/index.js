// How `require('authing-wxapp')` finds the package after WeChat's developer tools have built npm.
module.exports = require('./authing.js');
