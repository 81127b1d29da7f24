// Reads RSS, Atom and JSON Feed with rss-parser and feedsmith, and holds the latter against its schema.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseFeed } from 'feedsmith'

const require = createRequire(import.meta.url)
const RssParser = require('rss-parser')
const Ajv = require('ajv')
const [base, work] = process.argv.slice(2)
const text = (name) => readFileSync(`${work}/${name}`, 'utf8')
const expected = JSON.parse(text('expected.json'))
const feed = JSON.parse(text('all.json'))
const dates = new Map(feed.items.map((item) => [item.id, Date.parse(item.date_published)]))

const validate = new Ajv({ unknownFormats: 'ignore' }).compile(require('jsonfeed-schema'))
assert.ok(validate(feed), JSON.stringify(validate.errors))

function check (name, entries) {
  assert.equal(entries.length, feed.items.length, name)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const item of expected) {
    const entry = byId.get(item.id)
    assert.ok(entry, `${name} lacks ${item.id}`)
    assert.equal(entry.title, item.title, name)
    assert.equal(entry.link, item.link, name)
    assert.equal(entry.date, dates.get(item.id), name)
  }
}

for (const format of ['rss', 'atom']) {
  const read = await new RssParser().parseString(text(`all.${format}`))
  check(`rss-parser ${format}`, read.items.map((item) => ({
    id: item.guid ?? item.id, title: item.title, link: item.link, date: Date.parse(item.pubDate ?? item.isoDate)
  })))
}
const plain = (value) => (typeof value === 'object' ? value.value : value)
check('feedsmith rss', parseFeed(text('all.rss')).feed.items.map((item) => ({
  id: plain(item.guid), title: item.title, link: item.link, date: Date.parse(item.pubDate)
})))
check('feedsmith atom', parseFeed(text('all.atom')).feed.entries.map((entry) => ({
  id: entry.id,
  title: plain(entry.title),
  link: entry.links.find((link) => link.rel === 'alternate').href,
  date: Date.parse(entry.published)
})))
check('feedsmith json', parseFeed(text('all.json')).feed.items.map((item) => ({
  id: item.id, title: item.title, link: item.url, date: Date.parse(item.date_published)
})))
console.log(`rss-parser, feedsmith and jsonfeed-schema: ${feed.items.length} entries of ${base}`)
