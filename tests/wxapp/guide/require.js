var Authing = require('path/to/authing/authing.js')
