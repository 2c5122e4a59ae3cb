-- For wrk: asks for an address with a random number in place of {from-to}, after a pause of some milliseconds if a second argument
-- says so, and prints how many answers there were and how many were not as they should be.
local fixed, from, to, rest

function init(args)
    fixed, from, to, rest = args[1]:match("^(.-){(%d+)%-(%d+)}(.*)$")
    if not fixed then fixed = args[1] end
    math.randomseed(7)
    if args[2] then
        local pause = tonumber(args[2])
        function delay() return pause end
    end
end

function request()
    if not from then return wrk.format(wrk.method, fixed) end
    return wrk.format(wrk.method, fixed .. math.random(tonumber(from), tonumber(to)) .. rest)
end

function done(summary)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    print("ANSWERS " .. summary.requests .. " " .. failed)
end
