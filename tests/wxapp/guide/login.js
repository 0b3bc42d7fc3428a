authing.login({
email: "USER_EMAIL",
password: "USER_PASSWORD"
}).then(userinfo => {
this.setData({
userinfo: userinfo,
})
}).catch(err => {
this.showDialog("登录失败!", err.message)
})
