sudo ss -tnp state established '( dport = :22 )'
sudo ss -tlnp '( sport = :22 )'
sudo grep -H . /root/.ssh/authorized_keys /home/*/.ssh/authorized_keys
sudo journalctl -t sshd -t sshd-session --since=-24h | grep 'Accepted publickey'
