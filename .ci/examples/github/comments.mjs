// Plays the part of GitHub's API that writes comments on a pull request: pages of 100, one token.
import { createServer } from 'node:http';

export async function commentsApi(test, { token, forbidden = false } = {}) {
  const comments = [];
  const requests = [];
  let last = 999;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    requests.push(`${request.method} ${request.url}`);
    const [status, answer] = decide(request, text);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });

  function decide({ method, url, headers }, text) {
    const { pathname, searchParams } = new URL(url, 'http://api');
    if (headers.authorization !== `Bearer ${token}`) return [401, { message: 'Bad credentials' }];
    if (pathname === '/repos/shop/verification/issues/7/comments' && method === 'GET') {
      const size = Number(searchParams.get('per_page') ?? 30);
      const from = (Number(searchParams.get('page') ?? 1) - 1) * size;
      return [200, comments.slice(from, from + size)];
    }
    if (forbidden) return [403, { message: 'Resource not accessible by integration' }];
    const { body } = JSON.parse(text);
    if ([...body].length > 65536) return [422, { message: 'body is too long (maximum is 65536 characters)' }];
    if (pathname === '/repos/shop/verification/issues/7/comments' && method === 'POST') {
      return [201, add('github-actions[bot]', body)];
    }
    const found = comments.find(({ id }) => pathname === `/repos/shop/verification/issues/comments/${id}`);
    return found && method === 'PATCH' ? [200, Object.assign(found, { body })] : [404, { message: 'Not Found' }];
  }

  function add(login, body) {
    const id = (last += 1);
    const comment = { id, user: { login }, body, html_url: `https://github.example/shop/verification/pull/7#issuecomment-${id}` };
    comments.push(comment);
    return comment;
  }

  await new Promise((listens) => server.listen(0, '127.0.0.1', listens));
  test.after(() => server.close());
  return { address: `http://127.0.0.1:${server.address().port}`, comments, requests, add };
}
