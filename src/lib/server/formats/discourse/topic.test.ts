import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDiscourseTopic, type DiscourseTopic } from './topic.ts';
import {
  FileEmpty,
  FileNotJson,
  FileNotText,
  FileNotUtf8,
  NotDiscourseTopic
} from '../files/file-errors.ts';

const MADE_UP = resolve('tests/fixtures/discourse/sti.json');
const REAL = resolve('../shared/hearing/discourse-topic.json');

describe('a made-up topic', () => {
  const topic = readDiscourseTopic(readFileSync(MADE_UP));

  test('keeps its title and its time', () => {
    expect(topic.title).toBe('Stien langs åen 🌳');
    expect(topic.createdAt).toEqual(new Date('2031-04-01T11:05:00Z'));
  });

  test('has its posts by number, with authors, times and likes', () => {
    expect(topic.posts.map(({ number }) => number)).toEqual([1, 2, 4, 5, 6, 9]);
    expect(postOf(topic, 1)).toMatchObject({
      externalId: 'discourse:871/7101',
      author: { username: 'agnes_birk', name: 'Agnes Birk' },
      createdAt: new Date('2031-04-01T11:05:00Z'),
      likes: 3
    });
  });

  test('calls an author without a name by the user name', () => {
    expect(postOf(topic, 5).author).toEqual({ username: 'dines', name: 'dines' });
  });

  test('knows who writes for the forum', () => {
    expect(topic.posts.filter(({ staff }) => staff).map(({ number }) => number)).toEqual([9]);
  });

  test('quotes under the name of who is quoted, and keeps mentions and links', () => {
    expect(postOf(topic, 2).markdown).toBe(
      '> **Agnes Birk:**\n>\n> hvad I mener om stien\n\n' +
        'Jeg mener, den skal have lys. @agnes_birk, er der penge til det?\n\n' +
        ' - to lamper ved broen\n - en ved skolen'
    );
    expect(postOf(topic, 1).markdown).toContain('stien langs åen. 🙂\n');
    expect(postOf(topic, 1).markdown).toContain('https://eksempel.dk/sti og');
  });

  test('folds the tail of a mail away and does not lose it', () => {
    expect(postOf(topic, 4)).toMatchObject({
      viaEmail: true,
      markdown:
        'Lys er godt, men ikke hele natten.\nHegrene sover ved åen.\n\nVenlig hilsen\nClara',
      tail:
        'Den 2. april 2031 kl. 12.05 skrev Bo Engholm <\nforum@eksempel.dk>:\n\n' +
        '> Jeg mener, den skal have lys.'
    });
  });

  test('links to what stayed behind in the old forum', () => {
    expect(postOf(topic, 5).markdown).toContain(
      '[aaen](upload://f3gK2.jpeg)\n\nog [referatet](upload://9sd.pdf) fra'
    );
  });

  test('names what it could not take', () => {
    expect(topic.problems).toEqual([
      { postNumber: null, problem: 'postsNotIncluded', detail: '2' },
      { postNumber: 3, problem: 'postOfSystem', detail: '' },
      { postNumber: 5, problem: 'emojiUnknown', detail: 'broens_venner' },
      { postNumber: 5, problem: 'imageNotIncluded', detail: 'upload://f3gK2.jpeg' },
      { postNumber: 5, problem: 'attachmentNotIncluded', detail: 'upload://9sd.pdf' },
      { postNumber: 6, problem: 'replyToMissing', detail: '12' },
      { postNumber: 7, problem: 'postHidden', detail: '' },
      { postNumber: 8, problem: 'postWhispered', detail: '' },
      { postNumber: 9, problem: 'replyToMissing', detail: '7' }
    ]);
  });

  test('holds no word of what was hidden', () => {
    expect(JSON.stringify(topic)).not.toMatch(/skjult|lukke tråden/);
  });

  test('reads the same twice, from bytes and from text', () => {
    expect(readDiscourseTopic(readFileSync(MADE_UP))).toEqual(topic);
    expect(readDiscourseTopic(readFileSync(MADE_UP, 'utf8'))).toEqual(topic);
  });
});

test('a topic fetched again keeps its external ids, so that only the new posts are new', () => {
  const before = topicOf({ raw: 'Ja' }, { raw: 'Nej' });
  const after = topicOf(
    { raw: 'Ja, rettet', actions_summary: [{ id: 2, count: 4 }] },
    { raw: 'Nej' },
    { raw: 'Ny' }
  );
  const ids = after.posts.map(({ externalId }) => externalId);
  expect(ids).toEqual([...before.posts.map(({ externalId }) => externalId), 'discourse:9/903']);
});

describe('a topic of which only the HTML is there', () => {
  test.each([
    ['paragraphs and breaks', '<p>Ja.<br>\nNej.</p>\n<p>Tak.</p>', 'Ja.  \nNej.\n\nTak.'],
    ['emphasis', '<p><strong>Ja</strong> og <em>nej</em></p>', '**Ja** og *nej*'],
    ['an emoji', `<p>Ja ${emoji('slight_smile')}</p>`, 'Ja 🙂'],
    ['a link', '<p>Se <a href="https://a.dk/b">planen</a></p>', 'Se [planen](https://a.dk/b)'],
    ['a bare address', '<p><a href="https://a.dk">https://a.dk</a></p>', '<https://a.dk>'],
    ['a mention', '<p><a class="mention" href="/u/bo">@bo</a>, ja</p>', '@bo, ja'],
    ['a numbered list', '<ol><li>Ja</li><li>Nej</li></ol>', '1.  Ja\n2.  Nej'],
    ['a number that is no list', '<p>1. Ja</p>', '1\\. Ja'],
    ['a heading', '<h2><a name="x" class="anchor" href="#x"></a>Lys</h2>', '## Lys'],
    [
      'a preview',
      '<aside class="onebox" data-onebox-src="https://a.dk/b"><p>x</p></aside>',
      '<https://a.dk/b>'
    ],
    [
      'a quotation',
      '<aside class="quote" data-username="bo"><div class="title"><div class="quote-controls"></div>' +
        '<img class="avatar" src="/a.png"> Bo Engholm:</div><blockquote><p>Ja.</p></blockquote></aside><p>Nej.</p>',
      '> **Bo Engholm:**\n>\n> Ja.\n\nNej.'
    ],
    [
      'a table',
      '<table><thead><tr><th>År</th><th>Lamper</th></tr></thead><tbody><tr><td>2030</td><td>to|tre</td></tr></tbody></table>',
      '| År | Lamper |\n| --- | --- |\n| 2030 | to\\|tre |'
    ]
  ])('%s', (_, cooked, markdown) => {
    const topic = topicOf({ cooked });
    expect(topic.posts[0]?.markdown).toBe(markdown);
    expect(topic.problems).toEqual([]);
  });

  test('a picture of the old forum becomes a link and is named', () => {
    const cooked =
      '<div class="lightbox-wrapper"><a class="lightbox" href="https://a.dk/1.jpg">' +
      '<img src="/uploads/1.jpg" alt="åen"><div class="meta">åen 690×388</div></a></div>';
    const topic = topicOf({ cooked });
    expect(topic.posts[0]?.markdown).toBe('[åen](/uploads/1.jpg)');
    expect(problemNames(topic)).toEqual(['imageNotIncluded']);
  });

  test('the tail of a mail is folded away all the same', () => {
    const cooked =
      '<p>Enig &gt; uenig.</p>\n<p>-----Oprindelig meddelelse-----<br>\nKære *alle*</p>';
    expect(topicOf({ cooked, via_email: true }).posts[0]).toMatchObject({
      markdown: 'Enig > uenig.',
      tail: '-----Oprindelig meddelelse-----\nKære *alle*'
    });
  });

  test('of a forwarded mail only its head is folded away', () => {
    const cooked =
      '<p>Til jer.</p><div>---------- Forwarded message ---------<br>Fra: <b>Bo</b> &lt;bo@eksempel.dk&gt;<br>' +
      'Date: 2. mar. 2031<br>Subject: Stien<br></div><p>Stien skal have lys.</p>';
    expect(topicOf({ cooked, via_email: true }).posts[0]).toMatchObject({
      markdown: 'Til jer.\n\nStien skal have lys.',
      tail: '---------- Forwarded message ---------\nFra: **Bo** <bo@eksempel.dk>\nDate: 2. mar. 2031\nSubject: Stien'
    });
  });

  test('what Discourse folded away itself is a tail', () => {
    const cooked =
      '<p>Enig.</p><details class="elided"><summary>···</summary><p>Kære alle</p></details>';
    expect(topicOf({ cooked, via_email: true }).posts[0]).toMatchObject({
      markdown: 'Enig.',
      tail: 'Kære alle'
    });
  });

  test('a text nested deeper than any text is left out and named', () => {
    const cooked = '<div>'.repeat(20_000) + 'ja';
    expect(topicOf({ cooked }).problems[0]).toMatchObject({ problem: 'postUnreadable' });
  });
});

describe("Discourse's own marks", () => {
  test.each([
    [
      'quotations inside each other',
      '[quote="A"]\n[quote="B, post:1, topic:2"]\nJa\n[/quote]\nNej\n[/quote]\nTak',
      '> **A:**\n>\n> > **B:**\n> >\n> > Ja\n>\n> Nej\n\nTak'
    ],
    ['a quotation without a name', '[quote]Ja[/quote]Nej', '> Ja\n\nNej'],
    ['a name with marks in it', '[quote="*a*"]Ja[/quote]', '> **\\*a\\*:**\n>\n> Ja'],
    [
      'a mark in code',
      '`[quote]` og\n```\n:smile: [/quote]\n```',
      '`[quote]` og\n```\n:smile: [/quote]\n```'
    ],
    ['a picture from elsewhere', '![å|1x2](https://a.dk/b.png)', '![å](https://a.dk/b.png)'],
    ['a link', '[planen](https://a.dk/b)', '[planen](https://a.dk/b)']
  ])('%s', (_, raw, markdown) => {
    const topic = topicOf({ raw });
    expect(topic.posts[0]?.markdown).toBe(markdown);
    expect(topic.problems).toEqual([]);
  });

  test.each([
    ['a quotation left open', '[quote="A"]\nJa', 'quoteUnclosed', '[quote="A"]'],
    [
      'a vote',
      'Hvad nu?\n[poll type=regular]\n* Ja\n[/poll]',
      'markupUnread',
      '[poll type=regular]'
    ],
    ['a link inside the old forum', 'Se [her](/t/sti/3)', 'relativeLink', '/t/sti/3']
  ])('%s stays as typed and is named', (_, raw, problem, detail) => {
    const topic = topicOf({ raw });
    expect(topic.posts[0]?.markdown).toBe(raw);
    expect(topic.problems).toEqual([{ postNumber: 1, problem, detail }]);
  });

  test('a picture typed as HTML becomes a link', () => {
    const topic = topicOf({ raw: 'Se <img width="1" src="upload://a.png">' });
    expect(topic.posts[0]?.markdown).toBe('Se [upload://a.png](upload://a.png)');
    expect(problemNames(topic)).toEqual(['imageNotIncluded']);
  });
});

describe('a topic with damaged posts', () => {
  test('is read without them, and they are named', () => {
    const topic = topicOf(
      { raw: 'Ja' },
      { raw: 'Nej', created_at: 'i går' },
      { raw: ' ', cooked: null },
      { raw: 'To gange', post_number: 1 },
      { raw: 'Slettet', deleted_at: '2031-04-01T00:00:00Z' },
      { raw: 'Til sig selv', reply_to_post_number: 6 },
      { raw: 'Uden navn', username: null, name: null }
    );
    expect(topic.posts.map(({ markdown }) => markdown)).toEqual([
      'Ja',
      'Til sig selv',
      'Uden navn'
    ]);
    expect(topic.problems).toEqual([
      { postNumber: 1, problem: 'postDuplicate', detail: '904' },
      { postNumber: 2, problem: 'postUnreadable', detail: 'created_at' },
      { postNumber: 3, problem: 'postEmpty', detail: '' },
      { postNumber: 5, problem: 'postDeleted', detail: '' },
      { postNumber: 6, problem: 'replyToMissing', detail: '6' },
      { postNumber: 7, problem: 'authorUnknown', detail: '' }
    ]);
  });

  test('gives no letter that a database cannot keep', () => {
    expect(topicOf({ raw: 'J\u0000a \ud800!' }).posts[0]?.markdown).toBe('Ja \ufffd!');
  });

  test('keeps the words of a mail that is nothing but what Discourse folded away', () => {
    const raw =
      "<details class='elided'>\n<summary title='x'>···</summary>\n\nKære alle\n</details>";
    expect(topicOf({ raw, via_email: true }).posts[0]).toMatchObject({
      markdown: 'Kære alle',
      tail: null
    });
  });
});

describe('a file that is no topic is refused', () => {
  test.each([
    ['that is empty', '', FileEmpty],
    ['that is a PDF', '%PDF-1.7', FileNotText],
    ['that is Markdown', '# Stien', FileNotJson],
    ['that is cut off', '{"id": 1, "title": "Sti', FileNotJson],
    ['that is a number', '7', NotDiscourseTopic],
    ['that is a list', '[]', NotDiscourseTopic],
    ['that is another JSON', '{"name": "sti"}', NotDiscourseTopic]
  ])('one %s', (_, content, error) => {
    expect(() => readDiscourseTopic(content)).toThrow(error);
  });

  test('one in Windows-1252, which JSON is never', () => {
    const content = Buffer.from('{"title": "Stien langs \u00e5en"}', 'latin1');
    expect(() => readDiscourseTopic(content)).toThrow(FileNotUtf8);
  });

  test('and the refusal names the part that is missing', () => {
    const content = JSON.stringify({ id: 1, title: 'Sti', created_at: '2031-04-01T00:00:00Z' });
    expect(() => readDiscourseTopic(content)).toThrow(new NotDiscourseTopic('post_stream'));
  });
});

if (!existsSync(REAL)) console.warn(`The real hearing was not read: ${REAL} is not there`);

describe.runIf(existsSync(REAL))('the real hearing', () => {
  test('has 16 posts, 5 of them replies, 12 likes, 2 with the tail of a mail', () => {
    expect(countsOf(readDiscourseTopic(readFileSync(REAL)))).toEqual(REAL_COUNTS);
  });

  test('has the same where only the HTML is there, and the same words', () => {
    const topic = JSON.parse(readFileSync(REAL, 'utf8'));
    for (const post of topic.post_stream.posts) delete post.raw;
    const fromHtml = readDiscourseTopic(JSON.stringify(topic));
    expect(countsOf(fromHtml)).toEqual(REAL_COUNTS);
    expect(wordsOf(fromHtml)).toEqual(wordsOf(readDiscourseTopic(readFileSync(REAL))));
  });

  test('has all its shortcodes written as emoji and nothing it could not take', () => {
    const topic = readDiscourseTopic(readFileSync(REAL));
    expect(topic.posts.filter(({ markdown }) => /:[a-z_]+:/.test(markdown))).toEqual([]);
    expect(topic.problems).toEqual([]);
  });
});

const REAL_COUNTS = { posts: 16, replies: 5, likes: 12, tails: 2 };

function countsOf({ posts }: DiscourseTopic): typeof REAL_COUNTS {
  return {
    posts: posts.length,
    replies: posts.filter(({ replyTo }) => replyTo !== null).length,
    likes: posts.reduce((sum, { likes }) => sum + likes, 0),
    tails: posts.filter(({ tail }) => tail !== null).length
  };
}

function wordsOf({ posts }: DiscourseTopic): string[] {
  return posts.map(({ markdown }) => markdown.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '');
}

function postOf({ posts }: DiscourseTopic, wanted: number) {
  const post = posts.find(({ number }) => number === wanted);
  if (post === undefined) throw new Error(`No post ${wanted}`);
  return post;
}

function problemNames({ problems }: DiscourseTopic): string[] {
  return problems.map(({ problem }) => problem);
}

function emoji(name: string): string {
  return `<img src="/images/emoji/${name}.png" title=":${name}:" class="emoji" alt=":${name}:">`;
}

/** A topic of these posts, numbered from 1, with ids from 901. */
function topicOf(...posts: object[]): DiscourseTopic {
  const created_at = '2031-04-01T11:05:00Z';
  const numbered = posts.map((post, at) => ({
    id: 901 + at,
    post_number: at + 1,
    username: 'bo',
    created_at,
    ...post
  }));
  const post_stream = { posts: numbered };
  return readDiscourseTopic(JSON.stringify({ id: 9, title: 'Sti', created_at, post_stream }));
}
