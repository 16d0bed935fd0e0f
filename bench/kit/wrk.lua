-- Sends the requests of a file in turn, each line: method, path, cookie, address, body, parted by tabs. The threads
-- take turns too, so that together they walk through the whole file. A request that writes gets an idempotency
-- key that no other has, and six digits of its own where its body says @PERS@: who has an open dossier is not taken in
-- again as if nothing were. At the end one line of JSON for the program that started wrk.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
  thread:set("count", threads)
end

function init(args)
  requests = {}
  run = args[2]
  threads = math.max(1, tonumber(args[3]))
  person = tonumber(args[4]) + number
  local lines = {}
  for line in io.lines(args[1]) do lines[#lines + 1] = line end
  for place = number + 1, #lines, threads do
    local method, path, cookie, address, body = lines[place]:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = { ["Accept-Encoding"] = "identity" }
    if cookie ~= "" then headers["Cookie"] = cookie end
    if address ~= "" then headers["X-Forwarded-For"] = address end
    if method == "GET" then
      requests[#requests + 1] = { wrk.format(method, path, headers) }
    else
      headers["Idempotency-Key"] = "@KEY@"
      headers["Content-Type"] = "application/json"
      local text = wrk.format(method, path, headers, body)
      local from, to = text:find("@KEY@", 1, true)
      local first, last = text:find("@PERS@", to, true)
      if first == nil then
        requests[#requests + 1] = { text:sub(1, from - 1), text:sub(to + 1) }
      else
        requests[#requests + 1] = { text:sub(1, from - 1), text:sub(to + 1, first - 1), text:sub(last + 1) }
      end
    end
  end
  turn = 0
end

function request()
  turn = turn + 1
  local parts = requests[(turn - 1) % #requests + 1]
  if parts[2] == nil then return parts[1] end
  local keyed = parts[1] .. string.format("%s-%d-%d", run, number, turn) .. parts[2]
  if parts[3] == nil then return keyed end
  return keyed .. string.format("%06d", (person + turn * threads) % 1000000) .. parts[3]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'WRK {"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p95":%d,"p99":%d,"max":%d,'
      .. '"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max,
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
