// Subscribes at the hub with the npm package pubsubhubbub, and holds what it is sent against the feed.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const pubsubhubbub = createRequire(import.meta.url)('pubsubhubbub')
const [base, token, port] = process.argv.slice(2)
const topic = `${base}/feeds/malmo.atom`
const subscriber = pubsubhubbub.createServer({ callbackUrl: `http://127.0.0.1:${port}/`, leaseSeconds: 3600 })
const late = setTimeout(() => assert.fail('nothing came in time'), 30_000)

function once (event) {
  return new Promise((resolve) => subscriber.once(event, resolve))
}

function ask (mode) {
  return new Promise((resolve, reject) => subscriber[mode](topic, `${base}/hub`, (e) => (e ? reject(e) : resolve())))
}

async function publish (title) {
  const answer = await fetch(`${base}/items`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${readFileSync(token, 'utf8').trim()}`,
      'Content-Type': 'application/json',
      Prefer: 'wait=10'
    },
    body: JSON.stringify({ title, regions: ['malmo'] })
  })
  assert.equal(answer.status, 201)
}

subscriber.on('error', (e) => { throw e })
subscriber.on('denied', (e) => assert.fail(`denied: ${e.error}`))
const listening = once('listen')
subscriber.listen(port, '127.0.0.1')
await listening

const verified = once('subscribe')
await ask('subscribe')
const { lease, topic: asked } = await verified
assert.equal(asked, topic)
assert.ok(Math.abs(lease - Date.now() / 1000 - 3600) < 60, `a lease until ${lease}`)

const told = once('feed')
await publish('Told to a subscriber that is not ours – å 🫐')
const push = await told
const feed = await fetch(topic)
assert.equal(push.feed.toString('utf8'), await feed.text())
assert.equal(push.headers['content-type'], feed.headers.get('content-type'))
assert.equal(push.topic, topic)

const left = once('unsubscribe')
await ask('unsubscribe')
await left
let more = 0
subscriber.on('feed', () => more++)
await publish('Told to nobody')
await new Promise((resolve) => setTimeout(resolve, 3_000))
assert.equal(more, 0)
clearTimeout(late)
console.log('pubsubhubbub: verified, told what the feed says, and left')
process.exit(0)
