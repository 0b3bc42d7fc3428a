const config = require('../../config.js')
const authing = require('../../utils/authing.js')
const step = require('../../utils/step.js')

Page(step({
  // The account of config.js, which a new emulator does not have yet.
  register: function() {
    authing.register({
      email: config.email,
      password: config.password
    }).then(userinfo => {
      this.setData({
        userinfo: userinfo,
      })
    }).catch(err => {
      this.showDialog("注册失败!", err.message)
    })
  },

  login: function() {
    authing.login({
      email: config.email,
      password: config.password
    }).then(userinfo => {
      this.setData({
        userinfo: userinfo,
      })
    }).catch(err => {
      this.showDialog("登录失败!", err.message)
    })
  },
}))
