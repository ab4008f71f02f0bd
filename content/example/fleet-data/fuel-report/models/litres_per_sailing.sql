-- One row a sailing: litres burned between ramp up and ramp down, and for each passenger on board.
select
    s.sailing_id,
    s.vessel,
    sum(f.litres) as litres,
    sum(f.litres) / nullif(s.nautical_miles, 0) as litres_per_mile,
    sum(f.litres) / nullif(p.passengers, 0) as litres_per_passenger
from {{ ref('sailings') }} as s
inner join {{ ref('fuel_readings') }} as f
    on f.vessel = s.vessel and f.read_at between s.departed_at and s.arrived_at
left join {{ source('booking', 'passenger_counts') }} as p using (sailing_id)
group by all
