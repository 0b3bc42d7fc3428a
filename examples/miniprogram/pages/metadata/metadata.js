const authing = require('../../utils/authing.js')
const step = require('../../utils/step.js')

Page(step({
  metadata: function() {
    const userId = this.data.userinfo._id
    authing.metadata(userId).then(async metadata => {
      console.log("初始用户自定义字段为空:", metadata)
      await authing.setMetadata({
        _id: userId,
        key: "KEY",
        value: "VALUE"
      })
      metadata = await authing.metadata(userId)
      console.log("setMetadata 之后的用户自定义字段:", metadata)
      await authing.removeMetadata({
        _id: userId,
        key: "KEY"
      })
      metadata = await authing.metadata(userId)
      console.log("removeMetadata 之后的用户自定义字段:", metadata)
    })
  },
}))
