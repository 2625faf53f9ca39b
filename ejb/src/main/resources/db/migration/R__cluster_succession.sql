-- Which cluster became which, as known now.
create or replace view cluster.succession as
select d.cluster_id as predecessor, g.successor_id as successor, g.day, g.id as merger_id
  from cluster.merger g
  join cluster.merged d on d.merger_id = g.id
 where g.superseded_by is null and g.state = 'CONFIRMED';
grant select on cluster.succession to ${appRole};
