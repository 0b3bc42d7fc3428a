module.exports = require('./authing.js');
